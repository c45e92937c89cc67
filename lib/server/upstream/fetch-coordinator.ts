import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import { UpstreamError } from "./errors";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";

/** A task to be read from the upstream, by this instance or another one. */
export type CoordinatedRequest = {
  taskId: string;
  /** Its presigned addresses have expired: only an answer from now on will do. */
  isRenewal: boolean;
  /** Milliseconds since the upstream last said something of the task, as far as this instance knows; `null` for never. */
  knownAgeMs: number | null;
};

/** An answer of the upstream. Ages are milliseconds. */
export type CoordinatedResult = {
  upstream: UpstreamTask;
  /** Since it came; 0 for a call of our own. */
  ageMs: number;
  /** Since another instance asked for it; `null` for a call of our own. */
  askedAgoMs: number | null;
};

/**
 * Gets an answer by `call`, or the one that another instance got. Throws what `call` throws, `CoordinatedFailure`
 * for a call of another instance that failed, and `NotCalled` when there is nothing new and no call is due.
 */
export type FetchCoordinator = (
  request: CoordinatedRequest,
  call: () => Promise<UpstreamTask>,
) => Promise<CoordinatedResult>;

/** Every instance for itself. */
export const uncoordinated: FetchCoordinator = async (_, call) => ownResult(await call());

/** The answer of a call that has just ended. */
export function ownResult(upstream: UpstreamTask): CoordinatedResult {
  return { upstream, ageMs: 0, askedAgoMs: null };
}

/** A call of another instance that failed. */
export class CoordinatedFailure extends UpstreamError {
  constructor(
    code: ProblemCode,
    retryAfterSeconds: number | null,
    /** Milliseconds since it failed. */
    readonly ageMs: number,
  ) {
    super(code, "Another instance got no answer", retryAfterSeconds);
  }
}
