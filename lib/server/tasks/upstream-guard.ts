import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { UpstreamPause } from "@/lib/server/upstream/upstream-pause";
import { afterFailedCall, afterGoodCall, CLOSED, type Breaker } from "./breaker";
import { afterCall, decideCall, NO_CALLS, type CallDecision } from "./call-policy";
import { isOutage } from "@/lib/server/upstream/failure-policy";
import type { ReadDecision } from "./freshness-policy";

/** Guards the upstream for all tasks of the key: the pause it asked for, the breaker, probes and retries. */
export class UpstreamGuard {
  private breaker: Breaker = CLOSED;
  private calls = NO_CALLS;

  constructor(private readonly pause: UpstreamPause) {}

  /** No call at all before this time, epoch milliseconds. */
  get pausedUntil(): number {
    return this.pause.pausedUntil;
  }

  /** Why the last pause was asked for. */
  get pausedBy(): ProblemCode {
    return this.pause.pausedBy;
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
  extendTo(until: number): void {
    this.pause.extendTo(until);
  }

  /** Notes an answer. */
  succeeded(now: number): void {
    this.pause.succeeded();
    this.breaker = afterGoodCall(this.breaker, now);
  }

  /** Notes a call that brought none. A 429, and whatever names a time to wait, holds all calls. Gives the seconds to wait, or `null`. */
  failed(
    taskId: string,
    failure: { code: ProblemCode; retryAfterSeconds: number | null },
    now: number,
  ): number | null {
    const { code } = failure;
    if (isOutage(code)) this.breaker = afterFailedCall(this.breaker, taskId, code);
    return this.pause.failed(failure, now);
  }
}
