import "server-only";
import { taskRoutes } from "@/lib/contract/routes";
import type { AssetClient } from "@/lib/server/assets/asset-client";
import type { ReadUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import type { FileLink, TaskGateway, TaskRef } from "@/lib/server/upstream/gateway";
import { downloadProblem } from "./download-problem";
import { downloadResponse } from "./download-response";
import { noLink } from "./no-link";
import { openDownload } from "./open-download";
import { createSharedLink } from "./shared-links";

type DownloadContext = {
  request: Request;
  requestId: string;
  taskId: string;
  /** The page that a reader comes from: that of the task unless said otherwise. */
  backTo?: string;
  /** What the reader may see of a file's name: all of it unless said otherwise. */
  showName?: (name: string) => string;
};

type LinkGetter = (gateway: TaskGateway, task: TaskRef) => Promise<FileLink>;

type Parts = {
  readUpstreamTask: ReadUpstreamTask;
  gateway: TaskGateway;
  client: AssetClient;
  now: () => number;
};

/**
 * Answers a request for a file (`fileId`) or the log (`null`) of a task, named by `toFilename` from the name
 * the upstream tells.
 */
export type AnswerDownload = (
  context: DownloadContext,
  kind: "output" | "upload" | "log",
  fileId: string | null,
  getLink: LinkGetter,
  toFilename: (name: string) => string,
) => Promise<Response>;

/** See `AnswerDownload`. */
export function createAnswerDownload(parts: Parts): AnswerDownload {
  const { readUpstreamTask, gateway, client } = parts;
  const sharedLink = createSharedLink(parts.now);
  return async (context, kind, fileId, getLink, toFilename) => {
    const { request, requestId, taskId } = context;
    const { backTo = taskRoutes(taskId).page(), showName = (name) => name } = context;
    const { contract, task } = await readUpstreamTask(taskId, "cached");
    const link = (refused: string | null) =>
      sharedLink(JSON.stringify([taskId, kind, fileId]), refused, () =>
        getLink(gateway, { id: taskId, contract }),
      );
    const download = await openDownload(link, client, request.signal).catch(noLink);
    if (download.ok) {
      // Twice: what is left out to make a file name of it may have parted a secret.
      const filename = showName(toFilename(showName(download.name ?? "")));
      return downloadResponse(download.message, filename);
    }
    const listed = [...task.files, ...task.uploads].find(({ id }) => id.toLowerCase() === fileId);
    const { code } = download;
    const { retryAfterSeconds = null } = download;
    const name = listed === undefined ? null : showName(listed.name);
    return downloadProblem(request, { code, requestId, backTo, name, retryAfterSeconds });
  };
}
