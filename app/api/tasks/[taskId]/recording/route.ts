import { parseTaskId } from "@/lib/domain/task/task-id";
import { problemResponse } from "@/lib/server/http/problem-response";
import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask(async (context) => {
  const browser = new URL(context.request.url).searchParams.get("browser");
  const browserId = browser === null ? null : parseTaskId(browser);
  if (browser !== null && browserId === null)
    return problemResponse("bad-request", context.requestId);
  return context.app.answerRecording(context, browserId);
});
