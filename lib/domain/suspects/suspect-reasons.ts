import { describeAction } from "@/lib/domain/steps/describe-action";
import type { FailureStreak } from "@/lib/domain/steps/find-failures";
import type { Repeat } from "@/lib/domain/steps/find-repeats";
import { quoteText } from "@/lib/domain/text/quote-text";
import { roughDuration } from "@/lib/domain/text/rough-duration";
import type { SlowStep } from "@/lib/domain/steps/slowest-step";
import type { Silence } from "@/lib/domain/freshness/step-pace";
import { judgeFlagWords } from "@/lib/domain/task/judgement";
import type { JudgeFlags } from "@/lib/domain/task/task";
import type { Step } from "@/lib/domain/task/step";
import { headlineOf } from "@/lib/domain/steps/step-headline";
import { beginningOf } from "@/lib/domain/text/truncate";

const VERDICT_WORD =
  /^\W*(?:failed|failure|fail|unsuccessful(?:ly)?|not successful)\s*[-–—:.,]+\s*/i;
const CLOSING_VERDICT = /\W*verdict\s*:\s*\w+\W*$/i;

/** Why a failed step, or a streak of them, is suspect: what the agent wrote, and how many failed in all. */
export function failed({ last, count, evaluation }: FailureStreak, total: number): string {
  const words = beginningOf(evaluation, 1000)
    .replace(VERDICT_WORD, "")
    .replace(CLOSING_VERDICT, "");
  const others = total - count;
  const rest =
    others === 1 ? " One other step failed too." : ` ${String(others)} others failed too.`;
  const why = withQuote(streakWords(count, last), quoteText(words));
  return others === 0 ? why : `${why}${rest}`;
}

function streakWords(count: number, last: number): string {
  if (count === 1) return "Failed";
  if (count === 2) return `Failed, and so did step ${String(last)}`;
  return `The first of ${String(count)} failed steps in a row, to step ${String(last)}`;
}

/** Why a repetition is suspect. */
export function repeated(repeat: Repeat): string {
  const { first, last, count, failed: failures, action } = repeat;
  const span = `steps ${String(first)} to ${String(last)}`;
  if (action === null) return `No action in ${String(count)} steps in a row, ${span}.`;
  const how =
    failures === 0 ? "" : failures === 1 ? ", one failed" : `, ${String(failures)} failed`;
  const what = quoteText(describeAction(action), 40) ?? "The same action";
  return `${what} ${String(count)} times on one page, ${span}${how}.`;
}

/** Why a step that changed nothing is suspect. */
export function noEffect({ actions }: Step): string {
  const [first] = actions;
  const what = first === undefined ? null : quoteText(describeAction(first), 60);
  return withQuote("Says success, but the screen did not change", what);
}

/** Why the slowest step is suspect. */
export function slow({ seconds, usual }: SlowStep): string {
  return `Took ${roughDuration(seconds)}; a step usually takes ${usualWords(usual)}.`;
}

/** Why the newest step of a silent task is suspect. Told in whole minutes: it need not tick. */
export function silent({ seconds, usual }: Silence): string {
  const minutes = roughDuration(Math.max(120, seconds));
  const tail = usual === null ? "" : `; a step usually takes ${usualWords(usual)}`;
  return `Nothing new after it for ${minutes}${tail}.`;
}

/** What the judge wrote first, shortened, else its flags; `null` when it said nothing. */
export function judge(judgement: string | null, flags: JudgeFlags | null): string | null {
  const quote = quoteText(judgement?.split("\n\n", 1)[0] ?? "", 140);
  const words = quote ?? judgeFlagWords(flags);
  return words === "" ? null : `The judge: ${words}`;
}

/** The last step before a bad end, with the error that ended the run or what the agent was about to do. */
export function lastBeforeEnd(step: Step | null, error: string | null): string {
  const quote = quoteText(error ?? (step === null ? "" : headlineOf(step).text));
  if (step === null) return withQuote("It ended before its first step", quote);
  return withQuote(error === null ? "Last step before the end" : "Ended after it", quote);
}

/** The first step that a text names, as in "in step 6"; `null` for none. */
export function stepNamedIn(text: string): number | null {
  const match = /\bsteps?\s+#?(\d{1,5})\b|第\s*(\d{1,5})\s*步|\bschritt\s+(\d{1,5})\b/i.exec(
    beginningOf(text, 20_000),
  );
  const digits = match?.[1] ?? match?.[2] ?? match?.[3];
  return digits === undefined ? null : Number(digits);
}

function withQuote(words: string, quote: string | null): string {
  return quote === null ? `${words}.` : `${words}: ${quote}`;
}

function usualWords(seconds: number): string {
  return seconds < 1 ? "under 1 s" : roughDuration(seconds);
}
