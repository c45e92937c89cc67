import type { RunState } from "@/lib/domain/task/run-state";
import { shortPrompt } from "@/lib/domain/task/short-prompt";

/** A notification, in words of ours and a short piece of the prompt. */
export type NotificationText = { title: string; body: string };

const TITLES: Partial<Record<RunState, string>> = {
  paused: "Task paused",
  finished: "Task finished",
  ended: "Task ended",
  failed: "Task failed",
  stopped: "Task stopped",
  stuck: "Task seems stuck",
};

/** What to tell somebody who is away about a task that came from one state into another; `null` for nothing. */
export function notificationOfState(
  before: RunState,
  after: RunState,
  task: { stepCount: number; prompt: string },
): NotificationText | null {
  const title = TITLES[after];
  if (before === after || title === undefined) return null;
  const steps = `${String(task.stepCount)} ${task.stepCount === 1 ? "step" : "steps"}`;
  return { title, body: `${steps} · ${shortPrompt(task.prompt)}` };
}
