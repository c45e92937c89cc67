import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";

const FAILURES_IN_A_ROW = 5;
const WINDOW = 20;
const FAILURES_IN_WINDOW = WINDOW / 2;

/** What the last calls say about the upstream as a whole. Refusals (401 to 404, 422, 429) say nothing. */
export type Breaker = {
  /** The newest calls, oldest first: whether each brought an answer. */
  recent: readonly boolean[];
  inARow: number;
  /** Why no usual calls are made; `null` while they are. */
  open: { cause: ProblemCode } | null;
  /** The task whose calls failed in a row; `null` when there are several, or none failed. */
  onlyTask: string | null;
  /** When it last closed, epoch milliseconds: pauses from before then count no more. */
  closedAt: number;
};

/** A breaker that knows of no call. */
export const CLOSED: Breaker = {
  recent: [],
  inARow: 0,
  open: null,
  onlyTask: null,
  closedAt: Number.NEGATIVE_INFINITY,
};

/** The breaker after an answer: it closes with the first one. */
export function afterGoodCall(breaker: Breaker, now: number): Breaker {
  if (breaker.open !== null) return { ...CLOSED, closedAt: now };
  return { ...breaker, recent: withCall(breaker, true), inARow: 0, onlyTask: null };
}

/** The breaker after a call that brought none: it opens after five in a row, or ten of twenty. */
export function afterFailedCall(breaker: Breaker, taskId: string, cause: ProblemCode): Breaker {
  const inARow = breaker.inARow + 1;
  const recent = withCall(breaker, false);
  const failed = recent.filter((isGood) => !isGood).length;
  const isOpen =
    breaker.open !== null ||
    inARow >= FAILURES_IN_A_ROW ||
    (recent.length === WINDOW && failed >= FAILURES_IN_WINDOW);
  const isOnlyTask = breaker.inARow === 0 || breaker.onlyTask === taskId;
  return {
    ...breaker,
    recent,
    inARow,
    open: isOpen ? { cause } : null,
    onlyTask: isOnlyTask ? taskId : null,
  };
}

function withCall(breaker: Breaker, isGood: boolean): readonly boolean[] {
  return [...breaker.recent.slice(1 - WINDOW), isGood];
}
