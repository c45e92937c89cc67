import type { Action } from "@/lib/domain/task/action";
import { isReport } from "@/lib/domain/task/report-action";
import type { Step } from "@/lib/domain/task/step";
import { stoppedBy } from "./block-phrases";
import type { WaitReason } from "./need";
import { sentencesOf } from "./need-sentences";
import { asksPerson } from "./person-phrases";
import { topicOf, topicOfPage } from "./wait-topics";

/** What a running agent waits for a person for: at which step, and since which one; 0 for longer than is looked at. */
export type Wait = { reason: WaitReason; step: number; first: number };

/** So many steps in a row have to be stopped by the same thing where the agent asks nobody. */
const LEAST_STOPPED = 3;
/** How far back the beginning of a wait is looked for, in steps. */
const LOOKED_AT = 60;

/** Tools by which an agent turns to a person, in the names of several frameworks. */
const ASKING =
  /^(?:(?:ask|request|await|wait_for|prompt|notify)_(?:the_)?(?:user|human|person|operator|customer)(?:_(?:for_)?(?:input|help|approval|confirmation|answer|response|intervention|action|login|code|otp))?|get_(?:user|human)_(?:input|help|approval|confirmation|answer|response)|(?:human|user)_(?:input|help|approval|confirmation|intervention|takeover|assistance)|request_(?:approval|confirmation|takeover|intervention|help)|take_?over|hand_?(?:off|over)(?:_to_(?:user|human))?|ask_followup_question)$/iu;
const WAITING = /^(?:wait|sleep)/iu;

/**
 * Guesses whether a running agent waits for a person, by its newest steps alone: it asks for one, with a tool or in
 * words, or the same thing has stopped it for three steps. One that is stopped and goes another way waits for nobody.
 */
export function findWait(steps: readonly Step[]): Wait | null {
  const newest = steps.slice(-LOOKED_AT);
  const last = newest.at(-1);
  if (last === undefined || last.actions.some(isReport)) return null;
  return waitBy(askedFor, newest, last, 1) ?? waitBy(stoppedAt, newest, last, LEAST_STOPPED);
}

/** The wait that so many of the newest steps at least agree on. */
function waitBy(
  read: (step: Step) => WaitReason | null,
  newest: readonly Step[],
  last: Step,
  least: number,
): Wait | null {
  const reason = read(last);
  if (reason === null) return null;
  const before = newest.findLastIndex((step) => read(step) !== reason);
  if (newest.length - 1 - before < least) return null;
  const first = newest.length === LOOKED_AT && before === -1 ? 0 : newest[before + 1]?.number;
  return { reason, step: last.number, first: first ?? 0 };
}

/** The texts of a step are read once, as its page looks at it with every answer. */
function keptForStep<T>(read: (step: Step) => T | null): (step: Step) => T | null {
  const memory = new WeakMap<Step, T | null>();
  return (step) => {
    const known = memory.get(step);
    if (known !== undefined) return known;
    const found = read(step);
    memory.set(step, found);
    return found;
  };
}

/** What a step asks a person for; `null` when it asks nobody. */
const askedFor = keptForStep((step): WaitReason | null => {
  const action = step.actions.find(isAsking);
  if (action !== undefined) {
    return topicIn(sentencesOf(questionOf(action))) ?? topicOfStep(step) ?? "consent";
  }
  // What the agent remembers or thinks counts where it does nothing else.
  const isIdle = step.actions.every((one) => "name" in one && WAITING.test(one.name));
  const hasGoal = step.nextGoal.trim() !== "";
  const texts = [step.nextGoal, ...(isIdle || !hasGoal ? [step.evaluation, step.memory] : [])];
  const asking = texts.flatMap(sentencesOf).filter(asksPerson);
  return asking.length === 0 ? null : (topicIn(asking) ?? topicOfStep(step) ?? "consent");
});

function isAsking(action: Action): boolean {
  return "name" in action && action.result === undefined && ASKING.test(action.name);
}

/** What an action asks, in the words of the agent. */
function questionOf(action: Action): string {
  if (!("name" in action)) return "";
  const told = Object.values(action.params).filter((value) => typeof value === "string");
  return [action.name.replaceAll("_", " "), ...told].join("\n");
}

function topicOfStep({ nextGoal, evaluation, memory, url }: Step): WaitReason | null {
  const told = nextGoal.trim() === "" ? [evaluation, memory] : [nextGoal, evaluation];
  return topicIn(told.flatMap(sentencesOf)) ?? topicOfPage(url);
}

function topicIn(sentences: readonly string[]): WaitReason | null {
  for (const sentence of sentences) {
    const topic = topicOf(sentence);
    if (topic !== null) return topic;
  }
  return null;
}

/** What a step is stopped by, as it says itself or, for a captcha, as its address does. */
const stoppedAt = keptForStep((step): WaitReason | null => {
  if (step.outcome === "success") return null;
  if (topicOfPage(step.url) === "captcha") return "captcha";
  for (const sentence of [step.evaluation, step.memory].flatMap(sentencesOf)) {
    const reason = stoppedBy(sentence, "hard");
    if (reason !== null) return reason;
  }
  return null;
});
