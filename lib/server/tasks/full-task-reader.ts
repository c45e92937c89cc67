import "server-only";
import pLimit from "p-limit";
import { MEMORY_FACTOR, MEMORY_SHARES, type OnCache } from "@/lib/server/config/memory-budget";
import { keptBytes } from "@/lib/server/upstream/cut-task";
import type { FullTask } from "@/lib/server/upstream/contracts/upstream-task";

/** Full answers can have 32 MiB; no more than these are read at the same time. */
const MOST_READS = 2;

type ReaderOptions = {
  getFullTask: (taskId: string) => Promise<FullTask>;
  /** How long an answer is shared after it came, in milliseconds. */
  intervalMs: number;
  /** Runs something later. */
  later: (run: () => void, ms: number) => void;
  onCache?: OnCache;
};

/** Reads a task with all its texts in full. */
export type ReadFullTask = (taskId: string) => Promise<FullTask>;

/**
 * Reads tasks in full for those who ask for a text that was cut: at most one call per task and interval. An
 * answer, or a failure, is shared while it comes and for one interval after that, and then dropped; at once
 * where it does not fit into its share of the memory.
 */
export function createFullTaskReader(options: ReaderOptions): ReadFullTask {
  const readings = new Map<string, Promise<FullTask>>();
  const limit = pLimit(MOST_READS);
  let [cachedBytes, hits, misses] = [0, 0, 0];
  options.onCache?.("fullTasks", () => ({ bytes: cachedBytes, hits, misses }));
  return (taskId) => {
    const held = readings.get(taskId);
    if (held !== undefined) {
      hits += 1;
      return held;
    }
    misses += 1;
    const reading = limit(() => options.getFullTask(taskId));
    readings.set(taskId, reading);
    const hold = (bytes: number) => {
      if (cachedBytes + bytes > MEMORY_SHARES.fullTasks) {
        readings.delete(taskId);
        return;
      }
      cachedBytes += bytes;
      options.later(() => {
        readings.delete(taskId);
        cachedBytes -= bytes;
      }, options.intervalMs);
    };
    reading.then(
      (full) => {
        hold(keptBytes(full) * MEMORY_FACTOR);
      },
      () => {
        hold(0);
      },
    );
    return reading;
  };
}
