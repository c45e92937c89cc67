import "server-only";
import { createHash } from "node:crypto";
import type { Notice } from "@/lib/contract/notice";
import { pageRoutes } from "@/lib/contract/routes";
import { maskText } from "@/lib/domain/secrets/mask-text";
import { shortPrompt } from "@/lib/domain/task/short-prompt";
import type { Task } from "@/lib/domain/task/task";
import { beginningOf } from "@/lib/domain/text/truncate";
import type { Standing } from "./notice-policy";
import type { TaskNeed } from "./task-need";

type Facts = {
  task: Task;
  need: TaskNeed | null;
  standing: Standing;
  changes: number;
  /** How many messages about the task went before. */
  count: number;
  /** Epoch milliseconds. */
  now: number;
  publicBaseUrl: string | null;
};

/** A secret that begins before this place is masked as a whole; the prompt of a message ends long before. */
const READ_OF_PROMPT = 2000;

/** Makes the message about how a task stands. */
export function noticeOf({ task, need, standing, ...facts }: Facts): Notice {
  const { event, kind, occasion } = standing;
  const occasionOfTask = JSON.stringify([task.id, facts.count, kind, occasion]);
  return {
    id: createHash("sha256").update(occasionOfTask).digest("hex").slice(0, 32),
    event,
    at: new Date(facts.now).toISOString(),
    changes: facts.changes,
    task: {
      id: task.id,
      prompt: shortPrompt(maskText(beginningOf(task.prompt, READ_OF_PROMPT))),
      status: task.status,
      agentVerdict: task.verdict.agent,
      judgeVerdict: task.verdict.judge,
      stepCount: task.stepCount,
      createdAt: task.createdAt,
      startedAt: task.startedAt,
      finishedAt: task.finishedAt,
    },
    need: need === null ? null : withoutKey(need),
    link:
      facts.publicBaseUrl === null
        ? null
        : `${facts.publicBaseUrl}${pageRoutes.task(task.id, need?.step)}`,
  };
}

function withoutKey({ reason, severity, since, step, isGuess, title }: TaskNeed): Notice["need"] {
  return { reason, severity, since, step, isGuess, title };
}
