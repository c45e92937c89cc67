import type { LiveView } from "@/lib/contract/task-snapshot";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/http/with-task";
import { readUpstreamTask } from "@/lib/server/tasks/read-upstream-task";

export const POST = withTask(async ({ requestId, taskId }) => {
  const { liveUrl } = await readUpstreamTask(taskId, "current");
  if (liveUrl === null) return problemResponse("live-unavailable", requestId);
  const body: LiveView = { url: liveUrl };
  return new Response(JSON.stringify(body), { headers: JSON_HEADERS });
});
