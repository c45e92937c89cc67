import { readClause } from "./outcome-clause";
import { OPENING_LABELS, VERDICT_LABELS } from "./outcome-words";
import { spokenWords } from "@/lib/domain/text/spoken-words";
import { beginningOf, endOf } from "@/lib/domain/text/truncate";

/** How one step went. */
export type Outcome = "success" | "failure" | "unknown";

const HEAD = 2048;
const TAIL = 400;
const NO_EARLIER_STEP =
  /^(?:there (?:is|was|were|are) )?(?:no|none|nothing|not)\b.{0,40}\b(?:previous|prior|earlier|evaluat\w*|applicable|yet|started)\b|^(?:agent |task |browser )?(?:is |was )?(?:initiali[sz]ed|initiali[sz]ing|starting|started|start)\b|^(?:this is )?(?:the )?(?:first|initial) (?:step|action)\b/u;
const BOTH =
  /^(?:success\w*|succeeded|fail\w*)\s*(?:\/|\||\b(?:or|and)\b)\s*(?:success\w*|succeeded|fail\w*|partial|unknown)/u;
const POSITIVE_SIGN = /^(?:✅|✔|☑|👍|🎉|🟢)/u;
const NEGATIVE_SIGN = /^(?:❌|✖|✗|✘|👎|🔴|⛔|🚫)/u;
const DOUBT_SIGN = /^(?:⚠|🤷|❓|🟡|⏳)/u;
const IS_SUCCESS_FALSE = /^success\w*\s*[:=]\s*(?:no|false|none)\W*$/u;
const IS_FAILURE_FALSE = /^(?:fail\w*|errors?)\s*[:=]\s*(?:no|false|none|nothing|0)\s*(?:$|[.,;])/u;
const INTERJECTION =
  /^(?:oops|yes|great|unfortunately|sadly|regrettably|good|nice|perfect|leider|malheureusement|lamentablemente|infelizmente|purtroppo|niestety|к сожалению)[\s,!:：–—-]+/u;
const NOT_ONLY = /^not only (?:did .{1,60}\b(?:work|succeed)|was .{1,60}\bsuccessful)\b/u;
const NO_ERRORS =
  /^(no|without any|without) ((?:further |visible )?(?:errors?|issues?|problems?|failures?))\s*[-–—;:.]+/u;
const SIGN = /^(?:✅|✔|☑|👍|❌|✖|✗|✘|👎|🟢|🔴)/u;
const BEFORE_TEXT = /^[\s\p{P}\p{S}\p{M}]+/u;
const CLOSING = new RegExp(`(?:^|[^\\p{L}])(?:${VERDICT_LABELS})\\s*(?:is\\b|[:：=–—-])\\s*`, "gu");
const LABEL = new RegExp(`^(?:${OPENING_LABELS})\\s*[:：=–—-]\\s*`, "u");
const SENTENCE_END = /[.!;。！；\n]+(?=\s|$|[\p{Lo}])|(?<=[?？])|(?<=。)/u;
const MOST_SENTENCES = 12;

/**
 * Reads the outcome of a step from what the agent wrote about it in the following step: a closing verdict, else an
 * opening word, else sentences that tell one. What hedges, asks, or tells both is unknown: a guess would read as a
 * fact. Only the beginning and the end of a long text are read.
 */
export function outcomeOf(evaluation: string): Outcome {
  const head = spokenWords(beginningOf(evaluation, HEAD));
  if (NO_EARLIER_STEP.test(head.replace(BEFORE_TEXT, ""))) return readAfterNothing(head);
  const tail = evaluation.length > HEAD ? spokenWords(endOf(evaluation, TAIL)) : endOf(head, TAIL);
  return closingVerdict(tail) ?? closingVerdict(head) ?? readText(head);
}

/** "No results were needed - success" tells of the step; "No previous goal" tells of none. */
function readAfterNothing(head: string): Outcome {
  return /^no (?:previous|prior|earlier) (?:errors?|issues?|problems?)\b/u.test(head)
    ? readText(head)
    : "unknown";
}

function closingVerdict(text: string): Outcome | null {
  const last = [...text.matchAll(CLOSING)].at(-1);
  if (last === undefined) return null;
  const words = text.slice(last.index + last[0].length);
  return readText(words.split(/[.。\n]/u, 1)[0] ?? "");
}

function readText(text: string): Outcome {
  const spoken = text.replace(BEFORE_TEXT, "");
  const bare = spoken.replace(LABEL, "").replace(INTERJECTION, "");
  if (BOTH.test(bare) || DOUBT_SIGN.test(text)) return "unknown";
  if (IS_SUCCESS_FALSE.test(bare)) return "failure";
  if (IS_FAILURE_FALSE.test(bare)) return "unknown";
  if (NOT_ONLY.test(bare)) return "success";
  const told = readSentences(
    withoutQuotations(bare.replace(BEFORE_TEXT, "").replace(NO_ERRORS, "$1 $2,")),
  );
  const sign = signOf(text) ?? signOf(bare);
  if (sign === null || sign === told) return told;
  return told === "unknown" && !readClause(bare).isHedged ? sign : "unknown";
}

function signOf(text: string): Outcome | null {
  const [first = "", second = ""] = text.trimStart().split(/(?<=^\p{S})/u, 2);
  if (SIGN.test(first) && SIGN.test(second)) return null;
  if (POSITIVE_SIGN.test(first)) return "success";
  return NEGATIVE_SIGN.test(first) ? "failure" : null;
}

/** What a page says is not what the agent says; a quoted first word is. */
function withoutQuotations(text: string): string {
  return text.replaceAll(
    /(?<![\p{L}])["'“‘«„「『][^"'”’»“」』\n]{1,200}["'”’»“」』](?![\p{L}\d])|[“「『][^”」』\n]{1,200}[”」』]/gu,
    " … ",
  );
}

function readSentences(text: string): Outcome {
  const sentences = text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
  const [first, ...rest] = sentences.slice(0, MOST_SENTENCES).map(readClause);
  if (first === undefined) return "unknown";
  const last = rest.at(-1);
  if (last?.isOverall === true && last.outcome !== "unknown") return last.outcome;
  if (first.isOpening) {
    const isTakenBack = rest.some(
      ({ isOpening, outcome }) => isOpening && outcome !== "unknown" && outcome !== first.outcome,
    );
    const isDoubted = rest[0]?.isHedged === true && (sentences[1] ?? "").length < 20;
    return isTakenBack || isDoubted ? "unknown" : first.outcome;
  }
  if (first.isHedged) return "unknown";
  const outcomes = new Set([first, ...rest].map(({ outcome }) => outcome));
  const isHedged = rest.some((clause) => clause.isHedged);
  if (outcomes.has("success") === outcomes.has("failure") || (isHedged && outcomes.has("success")))
    return "unknown";
  return outcomes.has("success") ? "success" : "failure";
}
