import { addressOf } from "@/lib/contract/base-path";
import { shareRoutes } from "@/lib/contract/share-routes";
import { parseTaskId } from "@/lib/domain/task/task-id";
import { downloadProblem } from "@/lib/server/files/download-problem";
import { safeFilename } from "@/lib/server/files/safe-filename";
import { problemResponse } from "@/lib/server/http/problem-response";
import { withShare } from "@/lib/server/app/with-share";
import { sharedFileName } from "@/lib/server/share-links/share-masking";

export const dynamic = "force-dynamic";

export const GET = withShare<{ shareId: string; fileId: string }>(["files"], async (context) => {
  const { app, request, requestId, grant, params } = context;
  const fileId = parseTaskId(params.fileId);
  if (fileId === null) return problemResponse("file-not-found", requestId);
  const backTo = addressOf(shareRoutes.page(grant.shareId));
  const retryAfterSeconds = await app.downloadWait(grant.shareId);
  if (retryAfterSeconds > 0) {
    const code = "downloads-limited";
    return downloadProblem(request, { code, requestId, backTo, name: null, retryAfterSeconds });
  }
  return app.answerDownload(
    { ...context, taskId: grant.taskId, backTo, showName: sharedFileName },
    "output",
    fileId,
    (gateway, task) => gateway.getOutputFile(task, fileId),
    (name) => safeFilename(name, fileId),
  );
});
