import "server-only";
import type { Cut, Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import { cutActions } from "./cut-actions";
import { cutText, jsonSize } from "./cut-text";
import type { UpstreamTask, FullTask } from "./contracts/upstream-task";

/** The longest text that a snapshot carries in full, in bytes of UTF-8; an output may be longer. */
const LONGEST_TEXT = 64 * 1024;
const LONGEST_OUTPUT = 256 * 1024;

/** A task as it is kept and polled: of each long text the beginning, and how long it really is. */
export function cutTask(full: FullTask): UpstreamTask {
  const kept = { ...full, task: cutHead(full.task), steps: full.steps.map(cutStep) };
  return { ...kept, bytes: keptBytes(kept) };
}

/** About the size of what is kept of a task, in bytes of JSON. */
export function keptBytes({ task, steps, screenshotUrls }: FullTask): number {
  let bytes = jsonSize(task);
  for (const step of steps) bytes += jsonSize(step);
  for (const address of screenshotUrls.values()) bytes += jsonSize(address);
  return bytes;
}

/** The head of a task, of each long text the beginning. */
export function cutHead(task: Task): Task {
  const prompt = cutText(task.prompt, LONGEST_TEXT);
  const output = cutText(task.output ?? "", LONGEST_OUTPUT);
  const judgement = cutText(task.verdict.judgement ?? "", LONGEST_TEXT);
  const cut = toCut({
    prompt: prompt.cutFrom,
    output: output.cutFrom,
    judgement: judgement.cutFrom,
    metadata: task.cut?.metadata ?? null,
  });
  if (cut === null) return task;
  return {
    ...task,
    prompt: prompt.text,
    output: task.output === null ? null : output.text,
    verdict: {
      ...task.verdict,
      judgement: task.verdict.judgement === null ? null : judgement.text,
    },
    cut,
  };
}

/** The same of a step. */
export function cutStep(step: Step): Step {
  const memory = cutText(step.memory, LONGEST_TEXT);
  const evaluation = cutText(step.evaluation, LONGEST_TEXT);
  const nextGoal = cutText(step.nextGoal, LONGEST_TEXT);
  const url = cutText(step.url, LONGEST_TEXT);
  const { actions, cutFrom } = cutActions(step.actions, LONGEST_TEXT);
  const cut = toCut({
    memory: memory.cutFrom,
    evaluation: evaluation.cutFrom,
    nextGoal: nextGoal.cutFrom,
    url: url.cutFrom,
    actions: cutFrom,
  });
  if (cut === null) return step;
  return {
    ...step,
    memory: memory.text,
    evaluation: evaluation.text,
    nextGoal: nextGoal.text,
    url: url.text,
    actions,
    cut,
  };
}

function toCut<Field extends string>(sizes: Record<Field, number | null>): Cut<Field> | null {
  const cut: Partial<Record<Field, number>> = {};
  for (const field in sizes) {
    const size = sizes[field];
    if (size !== null) cut[field] = size;
  }
  return Object.keys(cut).length === 0 ? null : cut;
}
