import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import { NotCalled } from "./call-queue";
import { backoffMs } from "./failure-policy";

/**
 * The pause that the upstream asked for, or that its headers announce. It is one for all calls with the key: a limit
 * counts them together, whatever they ask for.
 */
export class UpstreamPause {
  private until = 0;
  private refusalsInARow = 0;
  private cause: ProblemCode = "upstream-rate-limited";

  /** `onPause` is told of each pause, and of each that becomes longer: until when, epoch milliseconds, and why. */
  constructor(
    private readonly random: () => number = () => Math.random(),
    private readonly onPause: (until: number, cause: ProblemCode) => void = () => undefined,
  ) {}

  /** No call before this time, epoch milliseconds. */
  get pausedUntil(): number {
    return this.until;
  }

  /** Why the last pause was asked for. */
  get pausedBy(): ProblemCode {
    return this.cause;
  }

  /** Throws `NotCalled` while no call may go out. */
  check(now: number): void {
    if (now < this.until) throw new NotCalled("The upstream asked for a pause", this.until - now);
  }

  /** Makes no call before `until`, epoch milliseconds. */
  extendTo(until: number): void {
    if (until <= this.until) return;
    this.until = until;
    this.onPause(until, this.cause);
  }

  /** Notes that all that may be asked for now has been asked for. */
  exhausted(until: number): void {
    if (until > this.until) this.cause = "upstream-rate-limited";
    this.extendTo(until);
  }

  /** Notes an answer. */
  succeeded(): void {
    this.refusalsInARow = 0;
  }

  /** Notes a call that brought none. A 429, and whatever names a time to wait, holds all calls. Gives the seconds to wait, or `null`. */
  failed(
    { code, retryAfterSeconds }: { code: ProblemCode; retryAfterSeconds: number | null },
    now: number,
  ): number | null {
    if (code !== "upstream-rate-limited" && retryAfterSeconds === null) return null;
    // Calls that were out together are refused together; that is one refusal, and it is noted by several.
    const isOneOfSeveral = now < this.until;
    if (!isOneOfSeveral) this.refusalsInARow += 1;
    this.cause = code;
    if (!isOneOfSeveral || retryAfterSeconds !== null) {
      this.extendTo(now + cooldownMs(retryAfterSeconds, this.refusalsInARow, this.random()));
    }
    return Math.ceil((this.until - now) / 1000);
  }
}

const LONGEST_SECONDS = 300;
const SHORTEST_MS = 1000;
const LONGEST_MS = 60_000;

/**
 * How long a 429 holds all calls, in milliseconds: what it asks for, up to five minutes; otherwise a random
 * time from 1 s, up to a minute the more of them came in a row. `jitter` in [0, 1).
 */
export function cooldownMs(
  retryAfterSeconds: number | null,
  inARow: number,
  jitter: number,
): number {
  if (retryAfterSeconds !== null) return Math.min(LONGEST_SECONDS, retryAfterSeconds) * 1000;
  return Math.min(LONGEST_MS, SHORTEST_MS + backoffMs(inARow, jitter));
}
