import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/http/with-task";
import { readFullTexts } from "@/lib/server/tasks/read-full-texts";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ taskId }) => {
  const texts = await readFullTexts(taskId);
  return new Response(JSON.stringify(texts), { headers: JSON_HEADERS });
});
