import "server-only";
import type { Step } from "@/lib/domain/task/step";
import type { WireRun } from "./run-schema";
import type { RunLog } from "./run-log";

/** What is known of a run beside what is shown: what the next reading builds on. Times are epoch milliseconds. */
export type RunState = {
  log: RunLog;
  /** The run as it was last read; `null` where another instance read it. */
  head: RunHead | null;
  files: FilesState;
};

/** A run without its log, and when it was read. */
export type RunHead = { run: WireRun; readAt: number };

/** What was read of a run's files, and when those that came with its prompt were last asked for. */
export type FilesState = { files: FilesReading | null; uploadsAskedAt: number | null };

/** When the files were last read, how often they had been made known by then, and whether the run had ended. */
export type FilesReading = { readAt: number; changes: number; hadEnded: boolean };

/** No file was asked for yet. */
export const NO_FILES_READ: FilesState = { files: null, uploadsAskedAt: null };

const FILES_PAUSE_MS = 5000;
const TITLE_PAUSE_MS = 30_000;

/** Decides whether the files of a run are read now: when some were made known, and once when it has ended. */
export function areFilesDue(
  run: { isFinal: boolean; changes: number },
  last: FilesReading | null,
  now: number,
): boolean {
  if (last === null) return run.isFinal || run.changes > 0;
  if (run.isFinal && !last.hadEnded) return true;
  return run.changes !== last.changes && now - last.readAt >= FILES_PAUSE_MS;
}

/** Decides whether the files that came with a run's prompt are asked for: until they are known, as they do not change. */
export function areUploadsDue(
  { attachedFileIds }: Pick<WireRun, "attachedFileIds">,
  known: number,
  askedAt: number | null,
  now: number,
): boolean {
  if (known > 0 || (attachedFileIds?.length ?? 0) === 0) return false;
  return askedAt === null || now - askedAt >= FILES_PAUSE_MS;
}

/**
 * Decides whether the run is read whole, and not its status alone: at first, for a title that is still to come, and
 * after its end, when a judgement may land.
 */
export function isHeadDue(head: RunHead | null, isFinal: boolean, now: number): boolean {
  if (head === null || isFinal) return true;
  return head.run.title === null && now - head.readAt >= TITLE_PAUSE_MS;
}

/**
 * The state with the objects that are kept for its steps, where those are equal: the next reading then has the same
 * objects as what is kept, and none is compared. `read` and `kept` have the same steps at the same places.
 */
export function withKeptSteps(
  state: RunState,
  read: readonly Step[],
  kept: readonly Step[],
): RunState {
  const { settled } = state.log;
  const isSame = settled.steps.every(
    ({ step }, index) => step !== read[index] || step === kept[index],
  );
  if (isSame) return state;
  const steps = settled.steps.map((folded, index) => {
    const step = folded.step === read[index] ? kept[index] : undefined;
    return step === undefined ? folded : { ...folded, step };
  });
  return { ...state, log: { ...state.log, settled: { ...settled, steps } } };
}
