import "server-only";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import type { TaskChanges } from "@/lib/contract/task-changes";
import { picturePairs, type PicturePair } from "@/lib/domain/changes/picture-pairs";
import { screenChange, type ScreenChange } from "@/lib/domain/changes/screen-change";
import { stepChanges } from "@/lib/domain/changes/step-changes";
import type { Step } from "@/lib/domain/task/step";
import type { OnCache } from "@/lib/server/config/memory-budget";
import type { ReadUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import { createGridCache } from "./grid-cache";
import type { MakeGrid } from "./make-grid";
import type { ScreenshotStore } from "./screenshot-store";

/** Of a longer run the last ones are compared: its end is what is looked at. */
const MOST_PAIRS = 1000;
/** What was compared stays compared. A few hundred bytes each, a few megabytes in all. */
const MOST_COMPARED = 10_000;
/** Two at a time, so that pictures that somebody looks at find the way to their storage open. */
const AT_ONCE = 2;
const ANSWER_MS = 5000;
/** A storage that failed so often is left alone until the next question. */
const MOST_FAILURES = 4;

/**
 * Compares the pictures of a task; `signal` aborts when nobody waits for it any more. The answer comes within five
 * seconds, with what was compared until then. Throws `UpstreamError` where the task cannot be had.
 */
export type ReadChanges = (taskId: string, signal?: AbortSignal) => Promise<TaskChanges>;

type ChangesOptions = {
  readUpstreamTask: ReadUpstreamTask;
  screenshots: Pick<ScreenshotStore, "read" | "peek">;
  makeGrid: MakeGrid;
  onCache?: OnCache | undefined;
};

/** See `ReadChanges`. Pictures come through the store of screenshots, which fetches each once for everybody. */
export function createReadChanges(options: ChangesOptions): ReadChanges {
  const { readUpstreamTask, screenshots } = options;
  const grids = createGridCache(options.makeGrid, options.onCache);
  const compared = new LRUCache<string, { change: ScreenChange | null }>({ max: MOST_COMPARED });

  return async (taskId, signal) => {
    const { task, steps } = await readUpstreamTask(taskId, "cached");
    const isRun = task.run !== undefined;
    const pairs = picturePairs(steps, isRun).slice(-MOST_PAIRS);
    const limit = pLimit(AT_ONCE);
    const over = AbortSignal.any([AbortSignal.timeout(ANSWER_MS), ...(signal ? [signal] : [])]);
    let failures = 0;
    let left = 0;

    const pictureOf = async ({ number: step, screenshotKey: imageKey }: Step) => {
      const place = { taskId, step, imageKey };
      // A picture inside the log of a run costs a call to the upstream, which nobody asked for by comparing.
      if (isRun) return screenshots.peek(place);
      const reading = await screenshots.read({ ...place, width: null });
      if (reading.ok) return reading.screenshot;
      if (reading.code === "upstream-unavailable") failures += 1;
      return null;
    };
    const compare = async (pair: PicturePair) => {
      const key = keyOf(taskId, pair);
      if (compared.has(key) || failures >= MOST_FAILURES) return;
      if (over.aborted) {
        left += 1;
        return;
      }
      const [before, after] = await Promise.all(
        [pair.before, pair.after].map((step) =>
          grids(`${taskId} ${String(step.screenshotKey)}`, () => pictureOf(step)),
        ),
      );
      if (!before || !after) return;
      compared.set(key, { change: screenChange(before, after) });
    };

    const work = Promise.all(pairs.map((pair) => limit(() => compare(pair))));
    const isDone = await Promise.race([work.then(() => true), aborted(over)]);
    const changeOf = (pair: PicturePair) => compared.get(keyOf(taskId, pair))?.change ?? null;
    return { changes: stepChanges(steps, isRun, changeOf), isComplete: isDone && left === 0 };
  };
}

function keyOf(taskId: string, { before, after }: PicturePair): string {
  return `${taskId} ${String(before.screenshotKey)} ${String(after.screenshotKey)}`;
}

function aborted(signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(false);
    signal.addEventListener("abort", () => {
      resolve(false);
    });
  });
}
