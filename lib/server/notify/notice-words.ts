import "server-only";
import { endLook } from "@/lib/domain/task/end-look";
import { TASK_STATUSES } from "@/lib/domain/task/task-status";
import type { Notice } from "@/lib/contract/notice";

/** A message for people: what happened, and facts about it, all in words of ours. The prompt is foreign text. */
export type NoticeWords = { title: string; facts: readonly string[]; prompt: string };

/** Puts a message into words. */
export function noticeWords(notice: Notice): NoticeWords {
  return { title: titleOf(notice), facts: factsOf(notice), prompt: notice.task.prompt };
}

function titleOf({ event, task, need }: Notice): string {
  switch (event) {
    case "ended":
      return `Task ended: ${TASK_STATUSES[task.status].label}`;
    case "paused":
      return "Task paused";
    case "needs-person":
      return need === null ? "Task needs a person" : `Task needs a person: ${need.title}`;
    case "back-to-normal":
      return "Task goes on";
  }
}

function factsOf({ event, task, need, changes }: Notice): string[] {
  const { status, agentVerdict: agent, judgeVerdict: judge } = task;
  const look = endLook({ status, verdict: { agent, judge, judgement: null }, hasAnswer: null });
  const steps = `${String(task.stepCount)} ${task.stepCount === 1 ? "step" : "steps"}`;
  const iso = need?.since ?? null;
  return [
    ...(event === "ended" ? [look.reason] : []),
    ...(event !== "needs-person" && need !== null ? [need.title] : []),
    ...(need?.isGuess === true ? ["This is a guess."] : []),
    ...(changes > 1 ? [`It changed ${String(changes)} times since the last message.`] : []),
    iso === null ? steps : `${steps}, since ${iso.slice(0, 16).replace("T", " ")} UTC`,
  ];
}
