import { pacedTask, startPace, type StepPace } from "@/lib/domain/freshness/step-pace";
import type { TaskContent } from "@/lib/domain/task/task-content";
import type { Need } from "./need";
import { needOfTile } from "./need-of-tile";
import { readNeedSigns } from "./need-signs";

/**
 * Says whether a run needs a person, since when and why; `null` when it does not. `now` is when what is known was
 * confirmed, epoch milliseconds: nobody knows of a silence, or of a browser, beyond that. `pace` is what was seen of
 * the task, if it was watched.
 */
export function needOf(
  content: TaskContent,
  now: number,
  pace: StepPace = startPace(pacedTask(content), now),
): Need | null {
  const { finishedAt } = content.task;
  const tile = { ...pacedTask(content), finishedAt, needSigns: readNeedSigns(content) };
  return needOfTile(tile, now, pace);
}
