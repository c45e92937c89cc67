import type { TaskListEntry } from "@/lib/contract/task-list";
import type { StepPace } from "@/lib/domain/freshness/step-pace";
import { compareNeeds, type Need, type RankedNeed } from "@/lib/domain/needs/need";
import { needOfHead, needOfTile } from "@/lib/domain/needs/need-of-tile";

/** A run of the list, and whether it needs a person. */
export type RankedRun = RankedNeed & { run: TaskListEntry };

/** Of a list, no run tells how long its steps take. */
const NO_TIMES = { usual: null, total: null };

/**
 * Whether a run of the list needs a person: by what this server knows of its steps, else by its head alone. `pace` is
 * what the page has seen of it, if its row was watched; `now` is in epoch milliseconds. A browser that another run of
 * its session works in is not left up by this one: `busySessions` are those with a run that goes on.
 */
export function needOfRun(
  run: TaskListEntry,
  pace: StepPace | null,
  busySessions: ReadonlySet<string | null>,
  now: number,
): Need | null {
  const { known, status, createdAt, startedAt, finishedAt } = run;
  if (known === null) return needOfHead(run, now);
  const { stepCount } = known;
  const isBusy = run.sessionId !== null && busySessions.has(run.sessionId);
  const needSigns = isBusy ? { ...known.needSigns, hasBrowser: false } : known.needSigns;
  const times = { createdAt, startedAt, finishedAt };
  return needOfTile({ ...times, status, stepCount, stepTimes: NO_TIMES, needSigns }, now, pace);
}

/** The runs by how much they need somebody; runs that need nobody stay as they are, behind the others. */
export function byNeed(runs: readonly RankedRun[]): readonly RankedRun[] {
  return [...runs].sort(compareNeeds);
}
