import { findRepeats, type Repeat } from "@/lib/domain/steps/find-repeats";
import { pacedTask, silenceOf, type Silence, type StepPace } from "./step-pace";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** Why a task that goes on does not get on; `null` members are no trouble. */
export type Stall = { loop: Repeat | null; silence: Silence | null };

/** One more than for a task that is over: it may still find its way. */
const LEAST_FUTILE = 4;
/** A circle that is going on shows in the newest steps, and these are looked at with every answer. */
const LOOKED_AT = 60;

/** The circle that a task goes in while it runs; `null` when it gets on. Looks at so many of the newest steps. */
export function findLoop({ task, steps }: TaskContent, lookedAt = LOOKED_AT): Repeat | null {
  if (task.status !== "running" && task.status !== "unknown") return null;
  const isOn = ({ futile, reachesEnd }: Repeat) => reachesEnd && futile >= LEAST_FUTILE;
  return findRepeats(steps.slice(-lookedAt)).find(isOn) ?? null;
}

/** Tells whether a running task is stuck: silent for far longer than usual, or in a circle; `null` when it is not. */
export function findStall(content: TaskContent, pace: StepPace, now: number): Stall | null {
  if (content.task.status !== "running" && content.task.status !== "unknown") return null;
  const loop = findLoop(content);
  const silence = silenceOf(pacedTask(content), pace, now);
  const isSilent = silence?.level === "stuck";
  return loop === null && !isSilent ? null : { loop, silence: isSilent ? silence : null };
}
