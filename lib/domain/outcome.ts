import {
  HEDGES,
  NO_FAILURE_AFTER,
  NO_SUCCESS_AFTER,
  OPENS_FAILURE,
  OPENS_SUCCESS,
  OPENS_UNKNOWN,
  SAYS_FAILURE,
  SAYS_SUCCESS,
  TURNS,
  type Told,
} from "./outcome-words";

/** How one step went. */
export type Outcome = "success" | "failure" | "unknown";

/** An evaluation says how it went in its beginning or at its end, in characters. */
const HEAD = 1200;
const TAIL = 400;

const GOOD_MARK = /^[✅✔☑👍🎉🟢✓]/u;
const BAD_MARK = /^[❌✖✗✘👎🚫⛔🔴]/u;
const OPEN_MARK = /^[⚠🤷❓🟡⏳]/u;
const BEFORE_TEXT = /^[\s\p{P}\p{S}]+/u;
/** A heading such as "Evaluation:" or "Previous goal:" before what is told. */
const LABEL =
  /^(?:eval(?:uation)?(?: of (?:the )?previous (?:goal|step|action))?|(?:the )?(?:previous|last|prior) (?:goal|step|action)s?|result|outcome|status|assessment|judge?ment|bewertung|ergebnis|resultado|résultat|risultato|resultaat|результат|结果|結果|结论|結論|评估|評估|評価|결과|النتيجة)\s*[:：=]\s*/u;
const VERDICT =
  /(?:verdict|结论|結論|결론|вердикт|fazit|veredicto|veredito|verdetto)[\s*_`]*[:：=]\s*/gu;
/** Where the last sentence may begin. */
const SENTENCE_END = /[.!?。！？;；\n]\s*/gu;
const IS_BEGINNING = /^(?:agent (?:is )?initiali[sz]ed|task started|starting\b)/u;
/** Of other scripts, in which words do not stand apart. */
const CJK_FAILURE =
  /(?:未能|没有成功|沒有成功|未成功|不成功|失败了?|失敗|无变化|無變化|没有(?:反应|变化|响应)|できませんでした|しませんでした|실패|못했)/u;
const CJK_SUCCESS = /(?:成功|완료|성공|完了しました|できました)/u;
const CJK_DOUBT =
  /(?:部分|不确定|不確定|未知|是否|如果|应该|應該|可能|とは|言えない|かどうか|もし|여부|만약|جزئي|جزئيا)/u;

/**
 * Reads the outcome of a step from what the agent wrote about it in the following step: its closing verdict, its
 * opening word, or what it says in a sentence. Whatever hedges, contradicts itself or only names a thing is unknown: a
 * guess would read as a fact. Only the beginning and the end of a long text are read.
 */
export function outcomeOf(evaluation: string): Outcome {
  const head = plain(evaluation.slice(0, HEAD));
  const tail = evaluation.length > HEAD ? plain(evaluation.slice(-TAIL)) : head;
  if (IS_BEGINNING.test(head.replace(BEFORE_TEXT, ""))) return "unknown";
  return (
    closingVerdict(tail) ??
    closingVerdict(head) ??
    opening(head, tail) ??
    sentence(head) ??
    "unknown"
  );
}

/** Lower case, without Markdown, variation selectors and what cannot be seen. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[*_`~#|]|\p{Variation_Selector}|[\u200b-\u200f\u2060\ufeff]/gu, "")
    .trim();
}

function closingVerdict(text: string): Told {
  const last = [...text.matchAll(VERDICT)].at(-1);
  if (last === undefined) return null;
  return opened(text.slice(last.index + last[0].length)) ?? "unknown";
}

/** What the text opens with, unless its last sentence opens with the opposite. */
function opening(head: string, tail: string): Told {
  const first = opened(head);
  const ends = [...tail.matchAll(SENTENCE_END)]
    .map((match) => tail.slice(match.index + match[0].length))
    .filter((rest) => rest.length > 2);
  const last = ends.at(-1);
  const lastTold = last === undefined || last.length > 80 ? null : closingWord(last);
  if (first === null) return lastTold;
  if (lastTold === null || lastTold === first) return first;
  return first === "unknown" ? "unknown" : lastTold;
}

/** A last sentence that is a verdict: "Failed overall.", "成功". */
function closingWord(text: string): Told {
  const words = text.replace(BEFORE_TEXT, "");
  const isShort = words.split(/\s+/).length <= 3;
  const told = opened(words);
  return isShort && told !== "unknown" ? told : null;
}

function opened(text: string): Told {
  if (GOOD_MARK.test(text)) return marked(text, "success");
  if (BAD_MARK.test(text)) return marked(text, "failure");
  if (OPEN_MARK.test(text)) return "unknown";
  const words = text.replace(BEFORE_TEXT, "");
  const label = LABEL.exec(words)?.[0];
  if (label !== undefined) return opened(words.slice(label.length)) ?? sentence(words);
  if (OPENS_UNKNOWN.test(words)) return "unknown";
  if (words.startsWith("not only")) return null;
  const failure = OPENS_FAILURE.exec(words)?.[0];
  if (failure !== undefined) {
    return NO_FAILURE_AFTER.test(words.slice(failure.length)) ? "unknown" : "failure";
  }
  const success = OPENS_SUCCESS.exec(words)?.[0];
  return success === undefined ? noTrouble(words) : afterSuccess(words, success);
}

/** The words behind a mark may take it back. */
function marked(text: string, told: "success" | "failure"): Told {
  const words = opened(text.replace(BEFORE_TEXT, ""));
  return words === null || words === told ? told : "unknown";
}

function afterSuccess(words: string, success: string): Told {
  const rest = words.slice(success.length);
  if (/^\s*(?:criteria|criterion)[^.]{0,40}not/u.test(rest)) return "failure";
  if (NO_SUCCESS_AFTER.test(rest) || CJK_DOUBT.test(rest.slice(0, 10))) return "unknown";
  const turn = TURNS.exec(rest);
  if (turn === null) return "success";
  return SAYS_FAILURE.test(rest.slice(turn.index)) ? "unknown" : "success";
}

/** "No errors; the file was saved": what is said besides decides. */
function noTrouble(words: string): Told {
  const match =
    /^no (?:errors?|issues?|problems?|failures?|warnings?)\b[^;,.:–-]*[;,.:–-]?\s*/u.exec(words);
  if (match === null) return null;
  const rest = words.slice(match[0].length);
  if (rest === "" || TURNS.test(rest) || HEDGES.test(rest) || SAYS_FAILURE.test(rest))
    return "unknown";
  return /\b(?:saved|loaded|open(?:ed)?|sent|submitted|shown|displayed|done|found|completed|filled|selected|success)/u.test(
    rest,
  )
    ? "success"
    : "unknown";
}

/** What a sentence says about what was done: one class of words and no doubt, or nothing. */
function sentence(text: string): Told {
  const cjk = CJK_DOUBT.test(text) ? null : cjkSentence(text);
  if (cjk !== null) return cjk;
  // What is quoted is somebody else's word, and a thing that is named is no judgement.
  const told = text
    .replace(/"[^"]{0,200}"|“[^”]{0,200}”|«[^»]{0,200}»|(?<=\s)'[^']{0,200}'(?=[\s.,;]|$)/gu, " ")
    .replace(/\bnot only\b|\bno (?:errors?|issues?|problems?)\b/gu, " ")
    .replace(
      /\b(?:success|failure|fail|failed|error|unsuccessful) (?:message|banner|notice|page|screen|state|rate|criteria|log(?!in)s?|toast|dialog|text|count|mode|alert|login attempts)\b/gu,
      " ",
    );
  if (HEDGES.test(told)) return null;
  const isFailure = SAYS_FAILURE.test(told);
  const isSuccess = SAYS_SUCCESS.test(
    told.replace(/\bunsuccess\w*|not (?:success\w*|achieved)/gu, " "),
  );
  if (isFailure === isSuccess) return isFailure ? "unknown" : null;
  return isFailure ? "failure" : "success";
}

function cjkSentence(text: string): Told {
  const isFailure = CJK_FAILURE.test(text);
  if (isFailure) return "failure";
  return CJK_SUCCESS.test(text) ? "success" : null;
}
