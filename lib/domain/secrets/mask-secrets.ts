import { mapStepTexts, mapTaskTexts, type MapText, type TextPlace } from "./map-task-texts";
import { findSecrets } from "./find-secrets";
import { maskSecret, maskText } from "./mask-text";
import type { Masking } from "./masking";
import { type SecretKind, isMasked } from "./secret-kinds";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** A secret found in a task: where it stands, what it looks like, and what may be shown of it. */
export type FoundSecret = { where: TextPlace; kind: SecretKind; preview: string };

/** A task with the secrets in all its texts masked: prompt, output, judgement, names of files, metadata. */
export function maskTask(task: Task): Task {
  return mapTaskTexts(task, mask);
}

/** A step with the secrets in all its texts, its address and its actions masked; itself where there are none. */
export function maskStep(step: Step): Step {
  return mapStepTexts(step, mask);
}

/**
 * The same for texts of any length: `known` has what was made of long texts before, with which no long text is masked
 * in one go.
 */
export function maskWith(known: ReadonlyMap<string, string>): Masking {
  const look: MapText = (text, place, isSecret) =>
    (isSecret ? undefined : known.get(text)) ?? mask(text, place, isSecret);
  return { task: (task) => mapTaskTexts(task, look), step: (step) => mapStepTexts(step, look) };
}

/** The texts of a task and a step that are longer than this many UTF-16 units, each once. */
export function textsOver(length: number, { task, step }: { task?: Task; step?: Step }): string[] {
  const long = new Set<string>();
  const note: MapText = (text) => {
    if (text.length > length) long.add(text);
    return text;
  };
  if (task !== undefined) mapTaskTexts(task, note);
  if (step !== undefined) mapStepTexts(step, note);
  return [...long];
}

/** Everything that looks like a secret in a task, in reading order, each once for the place it stands in. */
export function findInTask({ task, steps }: TaskContent): FoundSecret[] {
  const found = new Map<string, FoundSecret>();
  const note: MapText = (text, where, isSecret) => {
    const all =
      isSecret && !isMasked(text) && text.trim() !== "" ? [whole(text)] : findSecrets(text);
    for (const { kind, from, to } of all) {
      const preview = maskSecret(text.slice(from, to), kind);
      found.set(JSON.stringify([where, kind, preview]), { where, kind, preview });
    }
    return text;
  };
  mapTaskTexts(task, note);
  for (const step of steps) mapStepTexts(step, note);
  return [...found.values()];
}

const mask: MapText = (text, _, isSecret) => {
  if (!isSecret || text.trim() === "") return maskText(text);
  return isMasked(text) ? text : maskSecret(text, "password");
};

function whole(text: string) {
  return { kind: "password", from: 0, to: text.length } as const;
}
