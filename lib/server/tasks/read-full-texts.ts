import "server-only";
import type { Step } from "@/lib/domain/task/step";
import type { TaskTexts } from "@/lib/domain/task/task";
import type { ReadFullTask } from "./full-task-reader";
import type { ReadUpstreamTask } from "./read-upstream-task";

/** Readers of texts that were cut in the answers to polls. */
export type FullTexts = {
  /**
   * Reads a step with all its texts in full; `null` when there is none of that number. A long text that the
   * upstream no longer reports stays cut, and the step says so. Throws `UpstreamError`.
   */
  readFullStep: (taskId: string, number: number) => Promise<Step | null>;
  /** Reads the prompt, the output and the judgement of a task in full. Throws `UpstreamError`. */
  readFullTexts: (taskId: string) => Promise<TaskTexts>;
};

/** See `FullTexts`. What was not cut is held in full; only a long text is worth a call. */
export function createFullTexts(
  readUpstreamTask: ReadUpstreamTask,
  readFullTask: ReadFullTask,
): FullTexts {
  return {
    readFullStep: async (taskId, number) => {
      const { steps } = await readUpstreamTask(taskId, "current");
      const held = steps.find((step) => step.number === number) ?? null;
      if (held === null) return null;
      if (held.cut === null || !held.isReported) return held;
      const full = await readFullTask(taskId);
      return full.steps.find((step) => step.number === number) ?? held;
    },
    readFullTexts: async (taskId) => {
      const held = (await readUpstreamTask(taskId, "current")).task;
      const task = held.cut === null ? held : (await readFullTask(taskId)).task;
      return { prompt: task.prompt, output: task.output, judgement: task.verdict.judgement };
    },
  };
}
