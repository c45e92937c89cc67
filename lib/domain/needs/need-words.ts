import type { Need, NeedReason, WaitReason } from "./need";

/** What to do next: look at the live view, at a step, at the output, or at the run. */
export type NextStep = {
  label: string;
  step: number | null;
  kind: "live" | "step" | "output" | "run";
};

/** A need in words of ours, without a text of the run. */
export type NeedWords = { title: string; next: NextStep };

const WAITS: Record<WaitReason, string> = {
  captcha: "Waits at a captcha",
  code: "Waits for a code",
  login: "Waits for a login",
  payment: "Waits for a payment",
  consent: "Waits for an answer",
};
const ENDED: Record<WaitReason, string> = {
  captcha: "Ended at a captcha",
  code: "Ended for want of a code",
  login: "Ended at a login",
  payment: "Ended at a payment",
  consent: "Ended with a question",
};
const OTHERS: Record<Exclude<NeedReason, WaitReason>, string> = {
  paused: "Paused until somebody resumes it",
  stuck: "Seems stuck",
  failed: "Failed",
  disputed: "Finished, and said to have failed",
  limit: "Ended at its limit",
  "live-after-end": "Over, and its browser is still up",
};

/** The words for a need, and what to do about it. `hasLive` is false where no live view can be asked for. */
export function needWords(need: Need, hasLive = true): NeedWords {
  return { title: titleOf(need), next: nextOf(need, hasLive) };
}

function titleOf({ reason, severity }: Need): string {
  if (!isWait(reason)) return OTHERS[reason];
  return (severity === "look" ? ENDED : WAITS)[reason];
}

function nextOf({ severity, step, reason }: Need, hasLive: boolean): NextStep {
  if (severity === "now" && hasLive) return { label: "Take control", step: null, kind: "live" };
  if (reason === "live-after-end") return { label: "Open the live view", step: null, kind: "live" };
  if (step !== null) return { label: `Open step ${String(step)}`, step, kind: "step" };
  if (severity === "look") return { label: "Open the output", step: null, kind: "output" };
  return { label: "Open the run", step: null, kind: "run" };
}

function isWait(reason: NeedReason): reason is WaitReason {
  return Object.hasOwn(WAITS, reason);
}
