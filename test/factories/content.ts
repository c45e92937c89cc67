import { BLANK_STEP, BLANK_TASK } from "@/lib/domain/task/blank-content";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** A task for tests, with nothing in it but what is given; its steps are numbered from 1 unless said otherwise. */
export function testContent(given: {
  task?: Partial<Task>;
  steps?: readonly Partial<Step>[];
}): TaskContent {
  const steps = (given.steps ?? []).map((step, index) => ({
    ...BLANK_STEP,
    number: index + 1,
    ...step,
  }));
  const task: Task = {
    ...BLANK_TASK,
    id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    prompt: "Buy milk",
    status: "running",
    rawStatus: "started",
    stepCount: steps.length,
    ...given.task,
  };
  return { task, steps };
}
