import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { FailureReason } from "./failure-reason";

/** A call to the upstream that brought no usable answer. The message names the call, never key or address. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";

  /**
   * A build carries this class once for pages and once for route handlers, and both meet the errors of the
   * one gateway that the process has; so the name tells, not the identity of the class.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "UpstreamError";
  }

  constructor(
    readonly code: ProblemCode,
    message: string,
    /** Seconds the upstream asked to wait, or `null`. */
    readonly retryAfterSeconds: number | null = null,
    /** What happened to the connection; `null` when an answer came. */
    readonly reason: FailureReason | null = null,
  ) {
    super(message);
  }
}
