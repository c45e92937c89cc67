import type { BoardTask } from "@/lib/contract/board";
import { BLANK_TASK } from "@/lib/domain/task/blank-content";
import { NO_SIGNS } from "./need-signs";

/** A running task as a board shows it, of which nothing is known but what is given. */
export function boardTask(task: Partial<BoardTask> = {}): BoardTask {
  return {
    id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    prompt: "Buy milk",
    status: "running",
    rawStatus: "started",
    createdAt: null,
    startedAt: null,
    finishedAt: null,
    verdict: BLANK_TASK.verdict,
    cost: null,
    stepCount: 3,
    stepTimes: { usual: null, total: null },
    lastStep: null,
    screenshotStep: null,
    hasAnswer: true,
    failureCount: 0,
    needSigns: NO_SIGNS,
    ...task,
  };
}
