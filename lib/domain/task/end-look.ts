import { isReport } from "./report-action";
import type { Step } from "./step";
import type { Task, Verdict } from "./task";
import { TASK_STATUSES, type TaskStatus, type StatusTone } from "./task-status";

/** What the look of a task depends on. `hasAnswer` is `null` where that is not known, or not shown. */
type EndFacts = { status: TaskStatus; verdict: Verdict | null; hasAnswer: boolean | null };

/** How a task looks, everywhere: in badge, tab, board and comparison. `reason` is a sentence for a reader. */
export type EndLook = { tone: StatusTone; label: string; reason: string };

/** Decides how a task looks. A finished one looks like a success only where somebody says so and nobody denies it. */
export function endLook({ status, verdict, hasAnswer }: EndFacts): EndLook {
  const { tone, label, meaning } = TASK_STATUSES[status];
  if (status !== "finished") return { tone, label, reason: meaning };
  const { agent, judge } = verdict ?? { agent: null, judge: null };
  const isDenied = (judge ?? agent) === false;
  if (isDenied) {
    const who = judge === false ? "judge" : "agent";
    return { tone: "failure", label, reason: `The task ended, and the ${who} says it failed.` };
  }
  if (agent === false) {
    return { tone, label, reason: "The task ended. The agent says it failed, the judge does not." };
  }
  if (agent === true || judge === true) {
    const who = judge === true ? "judge" : "agent";
    return { tone: "success", label, reason: `The task ended, and the ${who} says it succeeded.` };
  }
  if (hasAnswer === false) {
    const reason =
      "There is no output and nobody said whether it succeeded. It may have reached its limit of steps.";
    return { tone, label: "Ended without an answer", reason };
  }
  return { tone, label, reason: meaning };
}

/** Whether a task came to an answer: an output, or an agent that said it was done. */
export function hasAnswer(task: Pick<Task, "output">, steps: readonly Step[]): boolean {
  const saidDone = steps.at(-1)?.actions.some(isReport);
  return saidDone === true || (task.output ?? "").trim() !== "";
}
