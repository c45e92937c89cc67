import type { Action } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import { kindOfAction, waitedSeconds } from "./action-kind";
import type { PicturePair } from "./picture-pairs";
import type { ScreenChange } from "./screen-change";

/** Whether what a step did changed the screen. `none` is only said where it can be known. */
export type Effect = "none" | "some" | "unknown";

/** Seconds after which a page has answered a click, or never will. */
const ENOUGH = 1;

/** What the pictures say: of a step, and of the step after it; `null` where there is nothing to compare. */
type Seen = { change: ScreenChange | null; following: ScreenChange | null };

/**
 * What a step did to the screen. `none` takes a click or an input that is all the step did, two pictures that show the
 * same to the last cell while the address stayed, and that the second was not merely taken too early: the step waited
 * after it, or the picture after the next step shows the same still, or that step did something itself that changed it.
 */
export function effectOf(pair: PicturePair, next: Step | null, seen: Seen): Effect {
  const { change, following } = seen;
  if (change === null) return "unknown";
  if (change.share > 0) return "some";
  const isKnown =
    change.isTelling &&
    shouldShow(pair.step) &&
    isSameAddress(pair) &&
    !looksElsewhere(next) &&
    !mayBeLate(pair.step, next, following);
  return isKnown ? "none" : "unknown";
}

/**
 * A click or inputs and nothing else that could change the screen, or change it back: two clicks may open a menu and
 * close it, and whoever goes elsewhere may come back.
 */
function shouldShow({ actions, cut }: Step): boolean {
  if (cut?.actions !== undefined) return false;
  const kinds = actions.map(kindOfAction);
  const clicks = kinds.filter((kind) => kind === "click").length;
  return (
    clicks <= 1 &&
    kinds.some((kind) => kind === "click" || kind === "input") &&
    kinds.every((kind) => kind !== "other" && kind !== "tab")
  );
}

function isSameAddress({ before, after }: PicturePair): boolean {
  return before.url === after.url || before.url.trim() === "" || after.url.trim() === "";
}

/** The click opened another tab, to which the agent goes next. */
function looksElsewhere(next: Step | null): boolean {
  const [first] = next?.actions ?? [];
  return first !== undefined && kindOfAction(first) === "tab" && !isOpening(first);
}

function isOpening(action: Action): boolean {
  return "name" in action && /open|new/i.test(action.name);
}

function mayBeLate(step: Step, next: Step | null, following: ScreenChange | null): boolean {
  const last = step.actions.findLastIndex(isAct);
  const waited = step.actions.slice(last + 1).reduce((sum, one) => sum + waitedSeconds(one), 0);
  if (waited >= ENOUGH) return false;
  if (following === null) return true;
  if (following.share === 0) return false;
  // What could not be read explains nothing.
  return next?.actions.some((action) => "name" in action && isAct(action)) !== true;
}

/** Anything but waiting and reading changes the screen by itself. */
function isAct(action: Action): boolean {
  const kind = kindOfAction(action);
  return kind !== "wait" && kind !== "read";
}
