import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { Trouble } from "@/lib/domain/freshness/liveness";
import type { ApiErrorCode } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import type { PollProblem } from "./use-task";

/** What keeps a page from the newest state: its own polls fail, or the server's answers are old. */
export function taskTrouble(
  problem: PollProblem | null,
  stale: TaskSnapshot["stale"],
): Trouble | null {
  if (problem !== null) {
    const { code, retryAt, endsPolling } = problem;
    return { kind: endsPolling ? "refused" : kindOf(code), title: apiErrorTitle(code), retryAt };
  }
  if (stale === null) return null;
  const retryAt = stale.retryAt === null ? null : Date.parse(stale.retryAt);
  return { kind: kindOf(stale.reason), title: apiErrorTitle(stale.reason), retryAt };
}

function kindOf(code: ApiErrorCode): Trouble["kind"] {
  if (code === "offline") return "offline";
  return code === "upstream-rate-limited" ? "limited" : "failing";
}
