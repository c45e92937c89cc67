import "server-only";
import type { Step } from "@/lib/domain/task/step";
import type { TaskTexts } from "@/lib/domain/task/task";
import { getEnv } from "@/lib/server/config/env";
import { processWide } from "@/lib/server/config/process-wide";
import { getGateway } from "@/lib/server/upstream/process-gateway";
import { readUpstreamTask } from "./read-upstream-task";
import { createFullTaskReader } from "./full-task-reader";

/**
 * Reads a step with all its texts whole; `null` when there is none of that number. A long text that the
 * upstream no longer reports stays cut, and the step says so. Throws `UpstreamError`.
 */
export async function readFullStep(taskId: string, number: number): Promise<Step | null> {
  const { steps } = await readUpstreamTask(taskId, "current");
  const held = steps.find((step) => step.number === number) ?? null;
  if (held === null) return null;
  // What was not cut is held whole; only a long text is worth a call.
  if (held.cut === null || !held.isReported) return held;
  const whole = await getReader()(taskId);
  return whole.steps.find((step) => step.number === number) ?? held;
}

/** Reads the prompt, the output and the judgement of a task, whole. Throws `UpstreamError`. */
export async function readFullTexts(taskId: string): Promise<TaskTexts> {
  const held = (await readUpstreamTask(taskId, "current")).task;
  const task = held.cut === null ? held : (await getReader()(taskId)).task;
  return { prompt: task.prompt, output: task.output, judgement: task.verdict.judgement };
}

function getReader(): ReturnType<typeof createFullTaskReader> {
  return processWide("whole-tasks", () =>
    createFullTaskReader({
      getWholeTask: (taskId) => getGateway().getWholeTask(taskId),
      intervalMs: getEnv().POLL_INTERVAL_MS,
      later: (run, ms) => {
        setTimeout(run, ms).unref();
      },
    }),
  );
}
