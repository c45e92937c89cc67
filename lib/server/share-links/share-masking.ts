import "server-only";
import { setImmediate } from "node:timers/promises";
import { maskPieces } from "@/lib/domain/secrets/mask-pieces";
import type { Masking } from "@/lib/domain/secrets/masking";
import { BLANK_TASK } from "@/lib/domain/task/blank-content";
import { maskStep, maskTask, maskWith, textsOver } from "@/lib/domain/secrets/mask-secrets";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";

/** What is done to every text that a share link shows, before anybody gets it. */
export const shareMasking: Masking = { task: maskTask, step: maskStep };

/** Longer texts are masked piece by piece, in UTF-16 units. */
const LONG = 256 * 1024;

/** The same for texts that were not cut: others are answered while a long one is masked. */
export async function maskingOfFull(of: { task?: Task; step?: Step }): Promise<Masking> {
  const known = new Map<string, string>();
  for (const text of textsOver(LONG, of)) {
    const pieces: string[] = [];
    for (const piece of maskPieces(text)) {
      pieces.push(piece);
      await setImmediate();
    }
    known.set(text, pieces.join(""));
  }
  return maskWith(known);
}

/** The name of a file as every answer to the holder of a link tells it. */
export function sharedFileName(name: string): string {
  return shareMasking.task({ ...BLANK_TASK, files: [{ id: "", name }] }).files[0]?.name ?? "";
}
