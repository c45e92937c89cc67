import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/http/with-task";
import { readWholeTexts } from "@/lib/server/tasks/read-full-texts";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ taskId }) => {
  const texts = await readWholeTexts(taskId);
  return new Response(JSON.stringify(texts), { headers: JSON_HEADERS });
});
