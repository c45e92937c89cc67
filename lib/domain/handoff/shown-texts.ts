import { mapStepTexts, type MapText } from "@/lib/domain/secrets/map-task-texts";
import { maskPieces } from "@/lib/domain/secrets/mask-pieces";
import { maskSecret } from "@/lib/domain/secrets/mask-text";
import { isMasked } from "@/lib/domain/secrets/secret-kinds";
import type { Step } from "@/lib/domain/task/step";
import { beginningOf } from "@/lib/domain/text/truncate";

/** The texts of a run as they are handed on. */
export type ShownTexts = {
  text: (text: string) => string;
  step: (step: Step) => Step;
  /** How many secrets of what was read are masked in a text made of it. */
  maskedIn: (text: string) => number;
};

/** As much of a text is read, in UTF-16 units: more than a document has room for. */
const READ = 8 * 1024;
const DOTS = /•{3,}/g;

/**
 * Reads the beginnings of texts, with what looks like a secret masked where `isMasking`. A text is masked before
 * anybody cuts it shorter: half a secret looks like none. Each step is read once.
 */
export function shownTexts(isMasking: boolean): ShownTexts {
  const steps = new Map<Step, Step>();
  let masked = 0;
  const text = (given: string) => {
    if (!isMasking) return beginningOf(given, READ);
    // The first piece ends inside no secret.
    const [shown = ""] = maskPieces(given, READ);
    masked += Math.max(0, dotsIn(shown) - dotsIn(beginningOf(given, READ)));
    return shown;
  };
  const map: MapText = (given, _, isSecret) => {
    if (!isMasking || !isSecret || isMasked(given) || given.trim() === "") return text(given);
    masked += 1;
    return maskSecret(given, "password");
  };
  return {
    text,
    step: (step) => {
      const known = steps.get(step) ?? mapStepTexts(step, map);
      steps.set(step, known);
      return known;
    },
    // What a page drew as dots is no secret of ours, and what was read need not be shown.
    maskedIn: (made) => Math.min(masked, dotsIn(made)),
  };
}

function dotsIn(text: string): number {
  return text.match(DOTS)?.length ?? 0;
}
