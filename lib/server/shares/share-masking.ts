import "server-only";
import type { Masking } from "@/lib/domain/masking";
import { maskStep, maskTask } from "@/lib/domain/mask-secrets";

/** What is done to every text that a share link shows, before anybody gets it. */
export const shareMasking: Masking = { task: maskTask, step: maskStep };
