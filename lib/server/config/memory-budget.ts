import "server-only";
import { LRUCache } from "lru-cache";

const MB = 1024 * 1024;

/**
 * What the caches of this process may hold, in bytes. The sum, 380 MB, leaves the rest of 512 MB to the process
 * itself. What is not here is small whatever happens: times, marks and codes, bounded by their number.
 */
export const MEMORY_SHARES = {
  /**
   * Tasks with their last revisions: most of what is asked for is answered from here. The text of the last answer
   * counts with its task, and goes with it.
   */
  tasks: 128 * MB,
  /** Answers of the last two seconds with their texts, so that all who ask the same share one. */
  answerBodies: 48 * MB,
  /** What share links show of tasks: it has other texts than the tasks, because they are masked. */
  projections: 48 * MB,
  sharedBodies: 24 * MB,
  /** The screenshots of a run of usual length as they are stored, some 150 KB each. */
  originals: 56 * MB,
  /** The same made smaller, some 10 KB each. */
  resized: 32 * MB,
  /** Grey grids of screenshots, 10 KB each, while what lies before and after is compared. */
  greyGrids: 4 * MB,
  /** Tasks with all their texts, for one interval; what is larger is not held at all. */
  fullTasks: 32 * MB,
  /** Pages of the task list, for two seconds. */
  taskLists: 4 * MB,
  boards: 4 * MB,
} as const;

export type MemoryShare = keyof typeof MEMORY_SHARES;

/** What a value takes in memory, as a multiple of its JSON: texts twice as UTF-16, and the objects. */
export const MEMORY_FACTOR = 3;
/** The same where all texts have Latin letters only, which V8 holds in one byte each. */
export const LATIN_FACTOR = 2;
/** The same for an answer, which is written once more as text. */
export const BODY_FACTOR = MEMORY_FACTOR + 2;

type Limits = { max: number; ttl?: number };

/** What a cache holds now, in bytes, and how often what was looked for was there, or was not, since it was made. */
type CacheFacts = { bytes: number; hits: number; misses: number };

/** Told of each cache that is made, and how to ask it for its facts. */
export type OnCache = (share: MemoryShare, read: () => CacheFacts) => void;

/** A cache with a share of the budget. What was not asked for the longest falls out first. */
export function boundedCache<T extends object>(
  share: MemoryShare,
  limits: Limits,
  onCache?: OnCache,
): LRUCache<string, T> {
  const ending = limits.ttl === undefined ? {} : { ttl: limits.ttl, ttlAutopurge: true };
  const cache = new CountingCache<T>({ max: limits.max, maxSize: MEMORY_SHARES[share], ...ending });
  onCache?.(share, () => ({
    bytes: cache.calculatedSize,
    hits: cache.hits,
    misses: cache.misses,
  }));
  return cache;
}

/** Counts what was found and what was not. */
class CountingCache<T extends object> extends LRUCache<string, T> {
  hits = 0;
  misses = 0;

  override get(key: string): T | undefined {
    const value = super.get(key);
    if (value === undefined) this.misses += 1;
    else this.hits += 1;
    return value;
  }
}

/** The size of an entry for its cache. One that is larger than the whole share is held alone. */
export function sizeIn(share: MemoryShare, bytes: number): { size: number } {
  return { size: Math.min(MEMORY_SHARES[share], Math.max(1, Math.ceil(bytes))) };
}
