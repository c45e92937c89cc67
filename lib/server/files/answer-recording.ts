import "server-only";
import { taskRoutes } from "@/lib/contract/routes";
import type { AssetClient } from "@/lib/server/assets/asset-client";
import type { ReadUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import type { TaskGateway } from "@/lib/server/upstream/gateway";
import { askedRange } from "./asked-range";
import { downloadProblem } from "./download-problem";
import { noLink } from "./no-link";
import { openDownload } from "./open-download";
import { recordingResponse } from "./recording-response";
import { createSharedLink } from "./shared-links";

type Parts = {
  readUpstreamTask: ReadUpstreamTask;
  gateway: Pick<TaskGateway, "getRecording">;
  client: AssetClient;
  now: () => number;
};

/** Answers a request for the video of a browser of a task's session, or of the only one, or for a part of it. */
export type AnswerRecording = (
  context: { request: Request; requestId: string; taskId: string },
  browserId: string | null,
) => Promise<Response>;

/** See `AnswerRecording`. */
export function createAnswerRecording(parts: Parts): AnswerRecording {
  const { readUpstreamTask, gateway, client } = parts;
  const sharedLink = createSharedLink(parts.now);
  return async ({ request, requestId, taskId }, browserId) => {
    const { contract, sessionId } = await readUpstreamTask(taskId, "cached");
    const link = (refused: string | null) =>
      sharedLink(JSON.stringify([taskId, browserId]), refused, () =>
        gateway.getRecording({ id: taskId, contract, sessionId }, browserId),
      );
    const part = askedRange(request.headers);
    const download = await openDownload(link, client, request.signal, part).catch(noLink);
    const answer = download.ok ? recordingResponse(download, taskId) : null;
    if (answer !== null) return answer;
    const { code, retryAfterSeconds = null } = download.ok
      ? ({ code: "upstream-unavailable" } as const)
      : download;
    const backTo = taskRoutes(taskId).page();
    return downloadProblem(request, { code, requestId, backTo, name: null, retryAfterSeconds });
  };
}
