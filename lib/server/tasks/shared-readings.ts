import "server-only";
import { BODY_FACTOR, boundedCache, sizeIn, type OnCache } from "@/lib/server/config/memory-budget";
import { jsonSize } from "@/lib/server/upstream/cut-text";

/**
 * Lists that all who ask within a time share, `most` of them for `keptMs` milliseconds each. The promise itself is
 * kept, so that a call under way and one that failed are shared, too; a list weighs when it is there.
 */
export function createSharedReadings<T extends object>(
  most: number,
  keptMs: number,
  onCache?: OnCache,
) {
  const limits = { max: most, ttl: keptMs };
  const readings = boundedCache<Promise<T>>("taskLists", limits, onCache);
  return (key: string, read: () => Promise<T>): Promise<T> => {
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading = read();
    readings.set(key, reading, sizeIn("taskLists", 1));
    const weigh = (list: T) => {
      if (readings.peek(key) !== reading) return;
      const size = sizeIn("taskLists", jsonSize(list) * BODY_FACTOR);
      readings.set(key, reading, { ...size, noUpdateTTL: true });
    };
    reading.then(weigh, () => undefined);
    return reading;
  };
}
