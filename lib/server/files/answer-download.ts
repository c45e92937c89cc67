import "server-only";
import { getAssetClient } from "@/lib/server/assets/process-asset-client";
import { problemResponse } from "@/lib/server/http/problem-response";
import type { TaskContext } from "@/lib/server/http/with-task";
import { readUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import type { FileLink, TaskGateway, TaskRef } from "@/lib/server/upstream/gateway";
import { getGateway } from "@/lib/server/upstream/process-gateway";
import { downloadResponse } from "./download-response";
import { openDownload } from "./open-download";

type LinkGetter = (gateway: TaskGateway, task: TaskRef) => Promise<FileLink>;

/** Answers a request for a file or log of a task, named by `toFilename` from the name the upstream tells. */
export async function answerDownload(
  { request, requestId, taskId }: Pick<TaskContext<unknown>, "request" | "requestId" | "taskId">,
  getLink: LinkGetter,
  toFilename: (name: string) => string,
): Promise<Response> {
  const { contract } = await readUpstreamTask(taskId, "held");
  const link = () => getLink(getGateway(), { id: taskId, contract });
  const download = await openDownload(link, getAssetClient(), request.signal);
  if (!download.ok) return problemResponse(download.code, requestId);
  return downloadResponse(download.message, toFilename(download.name ?? ""));
}
