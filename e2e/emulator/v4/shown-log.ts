import { stopTask } from "../emulated-task";
import type { Scene } from "../shape-common";
import { elapsedAt, wallTimeOf } from "../task-clock";
import type { LogEntry, ShownEntry } from "./log-entry";
import { pictureOf } from "./pictures";
import { runLog } from "./run-log";

/** The last events of runs. */
const ENDS: ReadonlySet<string> = new Set([
  "run.completed",
  "run.failed",
  "run.cancelled",
  "run.dispatch_failed",
]);

/** What has happened of a run by now, in the order of the ids. An event keeps its time, whatever becomes of the clock. */
export function shownLog(scene: Scene): readonly ShownEntry[] {
  const { task, now } = scene;
  const { clock, createdAt } = task;
  const { shown, aheadMs } = task.runState;
  const elapsed = clock === null ? 0 : elapsedAt(clock, now);
  for (const entry of wholeLog(scene).slice(shown.length)) {
    if (entry.at > elapsed) break;
    const at = clock === null ? createdAt : wallTimeOf(clock, entry.at) + aheadMs;
    const id = eventId(task.id, shown.length);
    shown.push({ id, at: Math.max(at, shown.at(-1)?.at ?? at), entry });
  }
  return shown;
}

/** The whole log of a run, with what has yet to happen. */
export function wholeLog({ task, origin }: Pick<Scene, "task" | "origin">): readonly LogEntry[] {
  task.runState.log ??= runLog(task.script, {
    browserId: task.runState.browserId,
    liveUrl: `${origin}/live/${task.liveToken}`,
    pictureOf: task.runState.hasPictures ? pictureOf : () => null,
  });
  return task.runState.log;
}

/** The ids of the whole log, of what has yet to happen too. */
export function idsOfLog(scene: Scene): number[] {
  return wholeLog(scene).map((_, index) => eventId(scene.task.id, index));
}

/** The id of a run's event by its place. Like those of one counter for all runs they rise, with gaps. */
function eventId(runId: string, index: number): number {
  const first = Number.parseInt(runId.slice(0, 6), 16) * 10 + 1;
  return first + index * 3 + (index % 2);
}

/**
 * To be called before a run's clock is moved. What is passed over takes as long in the log as it would have taken:
 * from then on the log's times run ahead of the wall's.
 */
export function beforeLeap(scene: Scene, leap: { advanceSeconds?: number; speed?: number }): void {
  shownLog(scene);
  const speed = leap.speed ?? scene.task.clock?.speed ?? 1;
  scene.task.runState.aheadMs += ((leap.advanceSeconds ?? 0) * 1000) / speed;
}

/** Ends a run where it is, and its task with it. A run that has ended stays as it is. */
export function cancelRun(scene: Scene): void {
  const { task, now } = scene;
  const shown = shownLog(scene).map(({ entry }) => entry);
  if (shown.some(({ type }) => ENDS.has(type))) return;
  const at = task.clock === null ? 0 : elapsedAt(task.clock, now);
  task.runState.isCancelled = true;
  const hasBrowser = shown.some(({ type }) => type === "browser.ready");
  const isReleased = hasBrowser && task.script.keepAlive !== true;
  task.runState.log = [
    ...shown,
    ...(isReleased ? [{ at, type: "browser.released", data: {} }] : []),
    { at, type: "run.cancelled", data: {} },
  ];
  stopTask(task, now);
}
