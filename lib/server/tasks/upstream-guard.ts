import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import { afterFailedCall, afterGoodCall, CLOSED, type Breaker } from "./breaker";
import { afterCall, decideCall, NO_CALLS, type CallDecision } from "./call-policy";
import { isOutage } from "./failure-policy";
import type { ReadDecision } from "./freshness-policy";
import { holdMs } from "./rate-limit-hold";

/** Guards the upstream for all tasks of the key: the pause it asked for, the breaker, probes and retries. */
export class UpstreamGuard {
  private breaker: Breaker = CLOSED;
  private calls = NO_CALLS;
  private until = 0;
  private limitsInARow = 0;
  /** Why the last pause was asked for. */
  heldBy: ProblemCode = "upstream-rate-limited";

  /** No call at all before this time, epoch milliseconds. */
  get heldUntil(): number {
    return this.until;
  }

  /** Why no usual calls are made; `null` while they are. */
  get outage(): ProblemCode | null {
    return this.breaker.open?.cause ?? null;
  }

  /** When the upstream last came back, epoch milliseconds. */
  get backSince(): number {
    return this.breaker.closedAt;
  }

  /** Decides about a call and counts it when it may go out. */
  admit(
    read: ReadDecision,
    task: { id: string; askedAt: number | null },
    now: number,
    intervalMs: number,
  ): CallDecision {
    const state = { ...this.calls, breaker: this.breaker };
    const decision = decideCall(read, task, state, now, intervalMs);
    if (decision.call) this.calls = afterCall(this.calls, decision.as, now);
    return decision;
  }

  /** Makes no call before `until`, epoch milliseconds, because another instance was asked for a pause. */
  hold(until: number): void {
    this.until = Math.max(this.until, until);
  }

  /** Notes an answer. */
  succeeded(now: number): void {
    this.limitsInARow = 0;
    this.breaker = afterGoodCall(this.breaker, now);
  }

  /** Notes a call that brought none. A 429, and whatever names a time to wait, holds all calls. Gives the seconds to wait, or `null`. */
  failed(
    taskId: string,
    failure: { code: ProblemCode; retryAfterSeconds: number | null },
    now: number,
    jitter: number,
  ): number | null {
    const { code, retryAfterSeconds } = failure;
    if (isOutage(code)) this.breaker = afterFailedCall(this.breaker, taskId, code);
    if (code !== "upstream-rate-limited" && retryAfterSeconds === null) return null;
    // Calls that were out together are refused together; that is one refusal.
    if (now >= this.until) this.limitsInARow += 1;
    this.heldBy = code;
    const hold = holdMs(retryAfterSeconds, this.limitsInARow, jitter);
    this.until = Math.max(this.until, now + hold);
    return Math.ceil(hold / 1000);
  }
}
