import { shareRoutes } from "@/lib/contract/share-routes";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { fetchSnapshot } from "./fetch-task";
import { toAnswer } from "./shared-answer";

/** Fetches what a share link shows of its task, as `fetchTask` does for an operator. Throws `ApiError`. */
export async function fetchSharedTask(
  shareId: string,
  base: TaskSnapshot | null,
  longPollSeconds: number,
  signal: AbortSignal,
): Promise<TaskSnapshot> {
  const path =
    base === null
      ? shareRoutes.share(shareId)
      : shareRoutes.shareSince(shareId, base.revision, longPollSeconds);
  return fetchSnapshot(path, base, signal, (body) => toAnswer(base, body));
}
