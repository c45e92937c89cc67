import type { LiveView } from "@/lib/contract/task-snapshot";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/http/with-task";
import { getLogger } from "@/lib/server/observability/logger";
import { readUpstreamTask } from "@/lib/server/tasks/read-upstream-task";

export const POST = withTask(async ({ requestId, taskId, access }) => {
  const { liveUrl } = await readUpstreamTask(taskId, "current");
  if (liveUrl === null) return problemResponse("live-unavailable", requestId);
  const who = access.grant?.who ?? null;
  // The one line that says who got the control of a browser; never the address itself.
  getLogger().info({ requestId, taskId, who }, "Handed out a live view");
  const body: LiveView = { url: liveUrl };
  return new Response(JSON.stringify(body), { headers: JSON_HEADERS });
});
