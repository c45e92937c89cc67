import type { LiveView } from "@/lib/contract/task-snapshot";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/app/with-task";

export const POST = withTask(async ({ app, requestId, taskId, access }) => {
  const upstream = await app.readUpstreamTask(taskId, "current");
  const { liveUrl } = upstream;
  if (liveUrl === null) return problemResponse("live-unavailable", requestId);
  const who = access.grant?.who ?? null;
  // The one line that says who got the control of a browser; never the address itself.
  app.log.info({ requestId, taskId, who }, "Handed out a live view");
  await app.noteTakeOver(taskId, upstream, who);
  const body: LiveView = { url: liveUrl };
  return new Response(JSON.stringify(body), { headers: JSON_HEADERS });
});
