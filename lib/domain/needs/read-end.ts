import { hasAnswer } from "@/lib/domain/task/end-look";
import { endReason } from "@/lib/domain/task/end-reason";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { isReport } from "@/lib/domain/task/report-action";
import { stepNamedIn } from "@/lib/domain/suspects/suspect-reasons";
import { stoppedBy } from "./block-phrases";
import { saysLimit } from "./ends-at-limit";
import { endOfHead, isDenied, type EndSign } from "./end-of-head";
import type { WaitReason } from "./need";
import { sentencesOf } from "./need-sentences";
import { addressesReader, asksPerson } from "./person-phrases";
import { topicOf } from "./wait-topics";

/** A failure this close to the end is likely to have led to it. */
const NEAR_END = 4;

/** Why somebody should look at a run that is over; `null` for one that ended well, or was stopped by a person. */
export function readEnd(content: TaskContent): EndSign | null {
  const { task, steps } = content;
  const told = endOfHead(task);
  if (told?.reason === "limit") return { ...told, step: steps.at(-1)?.number ?? null };
  if (task.status === "finished" && !isDenied(task.verdict)) return readUndecided(content);
  if (told === null && task.status !== "stopped") return null;
  const step = stepOf(content);
  const texts = lastTexts(content);
  if (texts.some(saysLimit)) return { reason: "limit", step, isGuess: true };
  if (told === null) return null;
  const stopped = stoppedByIn(task, texts);
  return stopped === null ? { ...told, step } : { reason: stopped, step, isGuess: true };
}

/** One that ended, and nobody says how. */
function readUndecided(content: TaskContent): EndSign | null {
  const { task, steps } = content;
  const { agent, judge } = task.verdict;
  if (agent !== null || judge !== null) return null;
  const step = steps.at(-1)?.number ?? null;
  if (!hasAnswer(task, steps)) return { reason: "limit", step, isGuess: true };
  const asking = proseOf(task.output).find(
    (sentence) => asksPerson(sentence) || addressesReader(sentence),
  );
  if (asking === undefined) return null;
  return { reason: topicOf(asking) ?? "consent", step, isGuess: true };
}

/**
 * What speaks of the end: the service, else the agent's last words, else its last steps; and the judge, alone where the
 * agent is content: what that tells of is what it got over.
 */
function lastTexts({ task, steps }: TaskContent): string[] {
  if (task.verdict.agent === true) return [task.verdict.judgement ?? ""];
  const error = task.run?.error ?? endReason(task.output);
  const answer = (error ?? task.output ?? "").trim();
  const last = steps.slice(-2).toReversed();
  const texts =
    answer !== "" ? [answer] : last.flatMap(({ evaluation, memory }) => [evaluation, memory]);
  return [...texts, task.verdict.judgement ?? ""];
}

function stoppedByIn({ judgeFlags }: Task, texts: readonly string[]): WaitReason | null {
  if (judgeFlags?.reachedCaptcha === true) return "captcha";
  for (const sentence of texts.flatMap(proseOf)) {
    const reason = stoppedBy(sentence, "wanting");
    if (reason !== null) return reason;
  }
  return null;
}

/** The sentences of what is written for people: an answer in JSON has none. */
function proseOf(text: string | null): string[] {
  return text === null || /^\s*[[{]/u.test(text) ? [] : sentencesOf(text);
}

/** Where to look: the step that the judge names, the last failure near the end, or the last step that did something. */
function stepOf({ task, steps }: TaskContent): number | null {
  const named = stepNamedIn(task.verdict.judgement ?? "");
  if (steps.some(({ number }) => number === named)) return named;
  const near = steps.slice(-NEAR_END);
  const isAct = ({ actions }: Step) => !actions.some(isReport);
  const step = near.findLast(({ outcome }) => outcome === "failure") ?? near.findLast(isAct);
  return (step ?? steps.at(-1))?.number ?? null;
}
