import type { Action } from "@/lib/domain/task/action";
import { isReport } from "@/lib/domain/task/report-action";
import type { Step } from "@/lib/domain/task/step";
import { stoppedBy } from "./block-phrases";
import type { WaitReason } from "./need";
import { sentencesOf } from "./need-sentences";
import { asksPerson } from "./person-phrases";
import { topicOf, topicOfPage } from "./wait-topics";

/** What a running agent waits for a person for: at which step, and since which one. */
export type Wait = { reason: WaitReason; step: number; first: number };

/** So many steps in a row have to be stopped by the same thing where the agent asks nobody. */
const LEAST_STOPPED = 3;
/** How far back the beginning of a wait is looked for. */
const LOOKED_AT = 200;

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
  const asked = askedFor(last);
  if (asked !== null) {
    const count = countFromEnd(newest, (step) => askedFor(step) === asked);
    return { reason: asked, step: last.number, first: newest.at(-count)?.number ?? last.number };
  }
  const stopped = stoppedAt(last);
  if (stopped === null) return null;
  const count = countFromEnd(newest, (step) => stoppedAt(step) === stopped);
  if (count < LEAST_STOPPED) return null;
  return { reason: stopped, step: last.number, first: newest.at(-count)?.number ?? last.number };
}

function countFromEnd(steps: readonly Step[], isOne: (step: Step) => boolean): number {
  const before = steps.findLastIndex((step) => !isOne(step));
  return steps.length - 1 - before;
}

/** What a step asks a person for; `null` when it asks nobody. */
function askedFor(step: Step): WaitReason | null {
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
}

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
function stoppedAt(step: Step): WaitReason | null {
  if (step.outcome === "success") return null;
  if (topicOfPage(step.url) === "captcha") return "captcha";
  for (const sentence of [step.evaluation, step.memory].flatMap(sentencesOf)) {
    const reason = stoppedBy(sentence, "hard");
    if (reason !== null) return reason;
  }
  return null;
}
