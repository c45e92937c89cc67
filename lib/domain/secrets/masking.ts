import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";

/** What is done to the texts that a share link shows, so that they give no secret away. */
export type Masking = { task: (task: Task) => Task; step: (step: Step) => Step };

/** Leaves every text as it is. */
export const UNMASKED: Masking = { task: (task) => task, step: (step) => step };
