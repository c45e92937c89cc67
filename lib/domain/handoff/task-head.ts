import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { judgeFlagWords } from "@/lib/domain/task/judgement";
import type { Task } from "@/lib/domain/task/task";
import { TASK_STATUSES } from "@/lib/domain/task/task-status";
import { formatCost } from "@/lib/domain/text/format-cost";
import { formatDuration } from "@/lib/domain/text/format-duration";
import { DATA_NOTE } from "./quoted-block";

/** A name that says nothing but what model it is. */
const PLAIN_NAME = /^[\w.:/@-]{1,80}$/;

/** The beginning of a document about a task: what it is, and what is known of it in figures. What is not known takes no line. */
export function taskHead(task: Task, title: string, stepCount: number): string {
  const { agent, judge } = task.verdict;
  const seconds = elapsedSeconds(task, Number.NaN);
  const flags = judgeFlagWords(task.judgeFlags);
  const facts = [
    `Task: ${task.id}`,
    `Status: ${TASK_STATUSES[task.status].label}`,
    agent === null ? "" : `The agent says: it ${agent ? "succeeded" : "failed"}`,
    judge === null ? "" : `The judge says: it ${judge ? "succeeded" : "failed"}`,
    flags === "" ? "" : `Flags of the judge: ${flags}`,
    `Steps: ${String(stepCount)}`,
    seconds === null ? "" : `Time: ${formatDuration(seconds)}`,
    task.cost === null ? "" : `Cost: ${formatCost(task.cost)}`,
    modelOf(task) === null ? "" : `Model: ${String(modelOf(task))}`,
  ];
  const list = facts.filter((fact) => fact !== "").map((fact) => `- ${fact}`);
  return [`# ${title}`, DATA_NOTE, list.join("\n")].join("\n\n");
}

/** The model of a task, where its name is a plain one. */
export function modelOf({ model }: Task): string | null {
  return model !== null && PLAIN_NAME.test(model) ? model : null;
}
