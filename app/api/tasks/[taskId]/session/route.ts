import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ app, taskId }) =>
  Response.json(await app.readTaskSession(taskId), { headers: JSON_HEADERS }),
);
