import "server-only";
import { randomUUID } from "node:crypto";
import { CLUSTER_TIMES, type ClusterTimes } from "./cluster-times";
import type { SharedCache } from "./shared-cache";

/** An instance that missed so many beats is gone. */
const MISSED_BEATS = 3;
const MOST_INSTANCES = 200;
/** After an outage the instances come back one by one: the count goes up at once and down slowly. */
const KEPT_PER_BEAT = 0.8;

/** How many instances share the cache, remembered for the time they cannot. */
export class InstanceCount {
  private readonly id = randomUUID();
  private readonly beatMs: number;
  private nextAt = Number.NEGATIVE_INFINITY;
  private pauseMs: number;
  private last = 1;

  constructor(intervalMs: number, { beatMs, firstBeatMs }: ClusterTimes = CLUSTER_TIMES) {
    this.beatMs = Math.max(beatMs, intervalMs);
    this.pauseMs = firstBeatMs;
  }

  get count(): number {
    return this.last;
  }

  /** Tells the others of this instance and counts them, when it is time. Throws when the cache does. */
  async beat(cache: SharedCache, now: number): Promise<void> {
    if (now < this.nextAt) return;
    this.nextAt = now + this.pauseMs;
    this.pauseMs = Math.min(this.beatMs, 2 * this.pauseMs);
    const count = await cache.countInstances(this.id, MISSED_BEATS * this.beatMs);
    this.last = Math.min(MOST_INSTANCES, Math.max(count, Math.floor(this.last * KEPT_PER_BEAT), 1));
  }
}
