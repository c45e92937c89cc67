import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** What of a task nobody knows while it runs. */
const RUNNING: Partial<Task> = {
  status: "running",
  rawStatus: "started",
  output: null,
  verdict: { agent: null, judge: null, judgement: null },
  judgeFlags: null,
  suggestions: null,
  finishedAt: null,
};

/** A run as it was seen while it went on: with its first step, with its first two, and so on to all of them. */
export function replay({ task, steps }: TaskContent): TaskContent[] {
  return steps.map((_, index) => {
    const seen = steps.slice(0, index + 1);
    return {
      task: { ...task, ...RUNNING, stepCount: seen.length },
      // How a step went is told by the next one.
      steps: seen.map((step, at) => (at === index ? { ...step, outcome: "unknown" } : step)),
    };
  });
}
