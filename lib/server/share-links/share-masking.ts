import "server-only";
import type { Masking } from "@/lib/domain/secrets/masking";
import { BLANK_TASK } from "@/lib/domain/task/blank-content";
import { maskStep, maskTask } from "@/lib/domain/secrets/mask-secrets";

/** What is done to every text that a share link shows, before anybody gets it. */
export const shareMasking: Masking = { task: maskTask, step: maskStep };

/** The name of a file as every answer to the holder of a link tells it. */
export function sharedFileName(name: string): string {
  return shareMasking.task({ ...BLANK_TASK, files: [{ id: "", name }] }).files[0]?.name ?? "";
}
