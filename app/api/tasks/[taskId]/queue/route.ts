import { withTask } from "@/lib/server/app/with-task";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ app, requestId, taskId }) => {
  if (!app.env.ALLOW_CONTROL) return problemResponse("control-off", requestId);
  return Response.json(await app.readQueue(taskId), { headers: JSON_HEADERS });
});
