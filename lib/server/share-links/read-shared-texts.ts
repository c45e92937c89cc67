import "server-only";
import type { Step } from "@/lib/domain/task/step";
import type { TaskTexts } from "@/lib/domain/task/task";
import { BLANK_TASK } from "@/lib/domain/task/blank-content";
import { projectStep, visibleOfStep } from "@/lib/domain/sharing/shared-content";
import type { ShareGrant } from "./open-share";
import { readFullStep, readFullTexts } from "@/lib/server/tasks/read-full-texts";
import { maskingOfFull } from "./share-masking";

/** A step as a share link shows it, with its texts whole; `null` when there is none of that number. Throws `UpstreamError`. */
export async function readSharedStep(
  { taskId, scopes }: ShareGrant,
  number: number,
): Promise<Partial<Step> | null> {
  const step = await readFullStep(taskId, number);
  if (step === null) return null;
  return visibleOfStep(projectStep(step, scopes, await maskingOfFull({ step })), scopes);
}

/** The long texts of a task that a share link shows, whole. Throws `UpstreamError`. */
export async function readSharedTexts({ taskId, scopes }: ShareGrant): Promise<Partial<TaskTexts>> {
  const { prompt, output, judgement } = await readFullTexts(taskId);
  const verdict = { agent: null, judge: null, judgement };
  const task = { ...BLANK_TASK, prompt, output, verdict };
  const masked = (await maskingOfFull({ task })).task(task);
  return {
    ...(scopes.includes("prompt") ? { prompt: masked.prompt } : {}),
    ...(scopes.includes("output")
      ? { output: masked.output, judgement: masked.verdict.judgement }
      : {}),
  };
}
