import { shareRoutes } from "@/lib/contract/share-routes";
import { parseTaskId } from "@/lib/domain/task-id";
import { answerDownload } from "@/lib/server/files/answer-download";
import { safeFilename } from "@/lib/server/files/safe-filename";
import { problemResponse } from "@/lib/server/http/problem-response";
import { withShare } from "@/lib/server/http/with-share";

export const dynamic = "force-dynamic";

export const GET = withShare<{ shareId: string; fileId: string }>(["files"], async (context) => {
  const { requestId, grant, params } = context;
  const fileId = parseTaskId(params.fileId);
  if (fileId === null) return problemResponse("file-not-found", requestId);
  return answerDownload(
    { ...context, taskId: grant.taskId, backTo: shareRoutes.page(grant.shareId) },
    fileId,
    (gateway, task) => gateway.getOutputFile(task, fileId),
    (name) => safeFilename(name, fileId),
  );
});
