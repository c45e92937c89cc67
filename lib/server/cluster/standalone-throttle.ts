import "server-only";
import { LRUCache } from "lru-cache";

const MOST_TASKS = 10_000;
const LONGEST_GAP_MS = 60_000;
/** Alone, all instances together call this many times as often as together: answers stay fresher, and it is no stampede. */
const EXCESS = 1.5;

/** How often one of `instances` calls for one task while they cannot share, in milliseconds. */
function gapBetweenCalls(intervalMs: number, instances: number): number {
  const gapMs = (intervalMs * instances) / EXCESS;
  return Math.max(intervalMs, Math.min(LONGEST_GAP_MS, gapMs));
}

/** Spreads the calls of instances that cannot share: each takes its turn, beginning at a random moment. */
export class StandaloneThrottle {
  private readonly nextAt = new LRUCache<string, number>({ max: MOST_TASKS });

  constructor(
    private readonly intervalMs: number,
    private readonly random: () => number,
  ) {}

  /** Whether one of `instances` may call for the task at `now` (epoch milliseconds), and counts it if so. */
  mayCall(taskId: string, instances: number, now: number): boolean {
    if (instances <= 1) return true;
    const gapMs = gapBetweenCalls(this.intervalMs, instances);
    const next = this.nextAt.get(taskId) ?? now + this.random() * gapMs;
    const isTurn = now >= next;
    this.nextAt.set(taskId, isTurn ? now + gapMs * (0.9 + 0.2 * this.random()) : next);
    return isTurn;
  }

  /** Forgets all turns: the instances share again. */
  reset(): void {
    this.nextAt.clear();
  }
}
