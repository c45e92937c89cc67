import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ app, request, taskId }) =>
  Response.json(await app.readChanges(taskId, request.signal), { headers: JSON_HEADERS }),
);
