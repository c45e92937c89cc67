import { parseTaskId } from "@/lib/domain/task/task-id";
import { safeFilename } from "@/lib/server/files/safe-filename";
import { problemResponse } from "@/lib/server/http/problem-response";
import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask<{ taskId: string; fileId: string }>(async (context) => {
  const fileId = parseTaskId(context.params.fileId);
  if (fileId === null) return problemResponse("file-not-found", context.requestId);
  return context.app.answerDownload(
    context,
    "upload",
    fileId,
    (gateway, task) => gateway.getUploadedFile(task, fileId),
    (name) => safeFilename(name, fileId),
  );
});
