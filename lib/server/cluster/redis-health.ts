import "server-only";

import { CLUSTER_TIMES, type ClusterTimes } from "./cluster-times";

type LinkOptions = {
  now: () => number;
  random: () => number;
  times?: ClusterTimes | undefined;
  /** Told once when it is certain. */
  onLost: (error: unknown) => void;
  /** Told when it works again; `wasTold` that it was lost. */
  onBack: (wasTold: boolean) => void;
};

/**
 * Whether the shared cache can be used. After a failure one caller in two seconds tries it; it counts as lost
 * when that fails too: a single late answer is not worth a line in the log.
 */
export class RedisHealth {
  private lost: { since: number; tryAt: number; isTold: boolean } | null = null;

  private readonly times: ClusterTimes;

  constructor(private readonly options: LinkOptions) {
    this.times = options.times ?? CLUSTER_TIMES;
  }

  /** Whether this caller may use the cache now. */
  mayUse(): boolean {
    if (this.lost === null) return true;
    const now = this.options.now();
    if (now < this.lost.tryAt) return false;
    this.lost.tryAt = this.nextTry(now);
    return true;
  }

  /** Notes that the cache failed. */
  failed(error: unknown): void {
    const now = this.options.now();
    const { since = now, isTold = false } = this.lost ?? {};
    const isNews = !isTold && now - since >= this.times.certainMs;
    this.lost = { since, tryAt: this.nextTry(now), isTold: isTold || isNews };
    if (isNews) this.options.onLost(error);
  }

  /** Notes that a value was written, or one that was written `ageMs` ago was read: older ones prove nothing. */
  worked(ageMs = 0): void {
    if (this.lost === null || this.options.now() - ageMs < this.lost.since) return;
    const { isTold } = this.lost;
    this.lost = null;
    this.options.onBack(isTold);
  }

  private nextTry(now: number): number {
    return now + this.times.retryMs * (0.75 + 0.5 * this.options.random());
  }
}
