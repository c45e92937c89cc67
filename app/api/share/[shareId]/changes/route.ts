import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withShare } from "@/lib/server/app/with-share";

export const dynamic = "force-dynamic";

export const GET = withShare(["screenshots"], async ({ app, request, grant: { taskId } }) =>
  Response.json(await app.readChanges(taskId, request.signal), { headers: JSON_HEADERS }),
);
