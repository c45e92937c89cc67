import "server-only";
import type { Step } from "@/lib/domain/task/step";
import type { TaskTexts } from "@/lib/domain/task/task";
import { BLANK_TASK } from "@/lib/domain/task/blank-content";
import { projectStep, visibleOfStep } from "@/lib/domain/sharing/shared-content";
import type { FullTexts } from "@/lib/server/tasks/read-full-texts";
import type { ShareGrant } from "./open-share";
import { maskingOfFull } from "./share-masking";

/** Readers of long texts for the holders of share links. They throw `UpstreamError`. */
export type SharedTexts = {
  /** A step as a share link shows it, with its texts in full; `null` when there is none of that number. */
  readSharedStep: (grant: ShareGrant, number: number) => Promise<Partial<Step> | null>;
  /** The long texts of a task that a share link shows, in full. */
  readSharedTexts: (grant: ShareGrant) => Promise<Partial<TaskTexts>>;
};

/** See `SharedTexts`. */
export function createSharedTexts({ readFullStep, readFullTexts }: FullTexts): SharedTexts {
  return {
    readSharedStep: async ({ taskId, scopes }, number) => {
      const step = await readFullStep(taskId, number);
      if (step === null) return null;
      return visibleOfStep(projectStep(step, scopes, await maskingOfFull({ step })), scopes);
    },
    readSharedTexts: async ({ taskId, scopes }) => {
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
    },
  };
}
