import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ app, taskId }) => {
  const texts = await app.readFullTexts(taskId);
  return new Response(JSON.stringify(texts), { headers: JSON_HEADERS });
});
