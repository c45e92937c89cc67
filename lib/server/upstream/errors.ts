import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { FailureReason } from "./failure-reason";

/** A call to the upstream that brought no usable answer. The message names the call, never key or address. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";

  constructor(
    readonly code: ProblemCode,
    message: string,
    /** Seconds the upstream asked to wait, or `null`. */
    readonly retryAfterSeconds: number | null = null,
    /** What happened to the connection; `null` when an answer came. */
    readonly reason: FailureReason | null = null,
    /** The HTTP status of a refusal; `null` when none came. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}

/**
 * Whether something that was thrown is an `UpstreamError`. A build carries that class in several bundles, and the one
 * whose error this is may be another's; so the name tells, not the identity of the class.
 */
export function isUpstreamError(thrown: unknown): thrown is UpstreamError {
  return thrown instanceof Error && thrown.name === "UpstreamError";
}

/** True where the upstream answered that what was asked for is not there. */
export function isMissing(thrown: unknown): thrown is UpstreamError {
  return thrown instanceof UpstreamError && MISSING.has(thrown.code);
}

const MISSING: ReadonlySet<ProblemCode> = new Set(["task-not-found", "task-gone", "bad-task-id"]);

/** An answer that is larger than is read; a smaller part of it may be asked for. */
export class AnswerTooLarge extends UpstreamError {
  constructor(path: string) {
    super("upstream-invalid", `Body too large: ${path}`);
  }
}
