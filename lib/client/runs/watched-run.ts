import type { BoardEntry } from "@/lib/contract/board";
import type { TaskListEntry } from "@/lib/contract/task-list";

/** The run with what its own poll told, which is newer than its list. */
export function watchedRun(run: TaskListEntry, entry: BoardEntry | null): TaskListEntry {
  if (entry?.ok !== true) return run;
  const { status, rawStatus, startedAt, finishedAt, verdict } = entry.task;
  const { stepCount, screenshotStep, hasAnswer, needSigns } = entry.task;
  return {
    ...run,
    status,
    rawStatus,
    startedAt: startedAt ?? run.startedAt,
    finishedAt,
    verdict: { ...verdict, judgement: run.verdict.judgement },
    known: { stepCount, screenshotStep, hasAnswer, needSigns },
  };
}
