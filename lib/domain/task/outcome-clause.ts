import { DENIAL, FAILURE_WORDS, HEDGES, SUCCESS_WORDS, type OutcomeClass } from "./outcome-words";

/** What one sentence says of the step. */
export type ClauseReading = {
  outcome: OutcomeClass;
  /** It opens with the word of a verdict, as in "Success - …". */
  isOpening: boolean;
  isHedged: boolean;
  /** It sums up: "Failed overall". */
  isOverall: boolean;
};

const END = "(?![\\p{L}\\p{M}\\d])";
// A noun after the word makes it a part of the page: "Success message".
const THING =
  "(?: (?:rate|rates|message|messages|criteria|criterion|page|pages|banner|indicator|notification|toast|count|counter|story|stories|factor|factors|alert|text|state|status|screen|condition|conditions|tab|filter|list|log|logs|label|icon|button|link|dialog|modal|popup|code|codes|payments?|orders?|jobs?|builds?|tests?|tasks?|items?|transactions?|logins?))";
const OPENS_FAILURE = new RegExp(
  `^(?:(?:failed|failure|fail|fails|failing|unsuccessful|unsuccessfully|timeout|timed out)${END}(?!${THING}(?:${END})|-\\p{L}| (?:is|was|seems) (?:not|un\\w+|possible))|error(?=\\s+[-–—]|\\s*(?:[:,.!(]|$))|(?:not|no|without|zero) (?:success|successful|successfully|succeed\\w*|achieved|completed|complete|done|met|accomplished|reached|working|possible|finished|passed|change|changes|effect|progress|response|reaction)${END}|no(?=\\s*(?:[,.:!–—-]|$))|unable to${END}|(?:could|did|does|was|is|has|can) ?(?:not|n't)${END}(?! wait)|couldn't|didn't|doesn't|wasn't|(?:cannot|can't)(?! wait)|(?:blocked|rejected|aborted|crashed)(?= (?:by|due|because)${END}|\\s*(?:[-–—:,.!(]|$)))`,
  "u",
);
const OPENS_SUCCESS = new RegExp(
  `^(?:(?:full |complete |overall )?(?:success|successful|successfully|succeeded|succeeds)${END}(?!${THING}(?:${END})|[-.](?:page|url|rate|message|html|free)| (?:is|are|depends?|if|when|once|only|unless|would|will|may|can|cannot|could|should|means?|not|no|fail\\w*|unsuccess\\w*)${END})|(?:done|completed?|achieved|accomplished|passed|pass|ok|okay)(?=\\s*(?:[-–—:,.!(]|$))|managed to${END}|(?:achieved|accomplished) (?:the|all|both)${END}|goal (?:achieved|reached|completed|met)|mission accomplished)`,
  "u",
);
const NOT_A_FAILURE =
  /\b(?:no|not|not a|without|without any|zero|any|never|didn't|did not|hasn't|has not|isn't|is not|wasn't|was not|n't)(?: a| an| been| any| real| visible| further)? (?:fail\w*|errors?|issues?|problems?|unsuccessful)\b/u;
const TELLS_FAILURE =
  /\b(?:(?:not|never) (?:been |a |really )*(?:a )?(?:success|successful|succeeded|succeed)(?![\p{L}])|far from success\w*|(?:action|actions|click|clicks|clicking|step|attempt|attempts|navigation|navigating|goal|task|login|log-in|sign-in|input|typing|search|extraction|scroll|scrolling|request|upload|download|submission|selection|command|operation|execution|it|this|that|load|loading|page load|everything|both|wait|tab switch|call|verification|script)(?: \S+){0,3}? (?:has |have |had |also |again |just |still |all |both )*failed(?= ?(?:[-–—:,.!(]|$|because|to |with|due|as |since|again|at |on |twice|and|once|completely|entirely))|failed to \w+|(?:was|were|is|been|proved|are) (?:not successful|unsuccessful|a failure|rejected|blocked|not (?:found|clicked|opened|loaded|saved|sent|submitted|filled|achieved|completed|met|reached|selected|updated|applied|accepted|clickable|possible|done|executed|performed|effective))|(?:did|does|has|have|had)(?: not|n't) (?:\w+ )?(?:load|work|open|change|happen|appear|respond|succeed|register|click|close|submit|navigate|reach|return|find|go|take effect|trigger|update|scroll|complete|save|produce|result|proceed|progress|land|worked|loaded|opened|changed|succeeded|expand|advance|select|fill|achieve|apply|get|move|yield|show up)|timed out|times out|(?:nothing|no change|no changes) (?:has )?(?:happened|happens|changed|occurred)|(?:did|does|changed|changes) nothing|had no effect|has no effect|without (?:any )?(?:success|effect)|no effect|(?:could not|couldn't|cannot|can't|unable to|was not able to|wasn't able to) (?!wait|be (?:sure|certain)|verify|determine|tell|confirm|know|assess|evaluate|judge|say|check|see (?:if|whether))\w+|: (?:failed|failure|fail|unsuccessful)(?= ?(?:[-–—:,.!(]|$))|threw an? \w*\s?(?:error|exception)|(?:resulted|ended) in (?:an? )?(?:\w+ )?(?:error|failure|timeout)|criteria (?:were |was |are |is )?not (?:yet )?(?:met|fulfilled|reached|satisfied)|(?:returned|got) an? (?:\w+ )?error)/u;
const TELLS_SUCCESS =
  /(?:(?:^|[\s:–—-])(?:success|successful|succeeded)(?= ?(?:[-–—:,.!(]|$))(?<=[:–—-] ?\p{L}+))|\b(?:(?:was|were|is|been|proved|are|went|has) (?:fully |completely |largely |entirely |a )?(?:successful|successfully (?!fail)\w+|success(?! \p{L})|achieved|accomplished|completed|successfully)|(?:action|actions|click|step|attempt|navigation|goal|login|input|typing|search|extraction|scroll|request|upload|download|submission|selection|it|this|operation|command|everything|both)(?: \S+){0,3}? (?:has |have |all |both |also )*(?:succeeded|worked|work)(?= ?(?:[-–—:,.!;(]|$|as |and |because|since))|\w+(?:ed|en|nt) successfully|successfully (?!fail)(?:\w+ed|set|sent|put|found|went|got|chose|made|ran|read|wrote)|(?:criteria|goal) (?:(?:has|have) been |were |was |is |are )?(?:met|reached|fulfilled)|(?:did|does) work|worked (?:as expected|fine|correctly))/u;
const NO_ERRORS_AND =
  /^(?:no|without any|without) (?:further |visible )?(?:errors?|issues?|problems?|failures?)\s*[-–—;:,.]/u;
const NOW_DONE =
  /\b(?:was|were|has|have|is|are)(?: been)? (?:now )?(?:saved|loaded|opened|open|sent|submitted|filled|done|complete|completed|selected|added|updated|displayed|visible)\b/u;
const TURN =
  /(?:^|[\s,;])(?:but|however|yet|although|though|nevertheless|except|aber|jedoch|mais|pero|mas|porém|però|ma|ale|jednak|но|однако|але|проте|ama|fakat|nhưng|tetapi|namun|maar|men|لكن|ولكن|אבל|אך|लेकिन|परंतु)(?=[\s,])|但是|但|可是|然而|しかし|ですが|ましたが|たが、|지만/u;
const SUBORDINATE =
  /\b(?:after|before|until|whether|if|unless|when|in case|to avoid|instead of|even though|despite|rather than|so that|in order to|would have|should have|were to)\b.*$/u;
const QUESTION = /[?？]\s*$/u;
const HEDGED_FACT =
  /\b(?:cannot|can't|can not|could not|couldn't) (?:yet )?be (?:sure|certain|determined|verified|confirmed|assessed|evaluated|judged|told|known)|\b(?:(?:un|in)able|cannot|can't|could not|couldn't|hard|difficult|impossible|too early) (?:to )?(?:yet )?(?:be (?:sure|certain)|verify|determine|tell|confirm|know|assess|evaluate|judge|say|check|see (?:if|whether))/u;
const SAYS =
  /\b(?:says?|said|reads?|reading|shows?|showing|shown|displays?|displaying|displayed|message|titled|labell?ed|named|called|text|status|marked|listed|lists?|column|word)\b/u;
const SHOWN_THING =
  /^(?:successful|failed|failure|success) (?!because|as |since|to |due|with|at )[\p{L} ]{1,40}\b(?:(?:is|are|was|were) (?:now )?(?:listed|shown|visible|displayed|gone|open|closed|there)|appear|disappear)/u;
const INNER_THING =
  /(?:失败|失敗|成功|실패|성공)(?:的)?(?:消息|提示|页面|頁面|按钮|按鈕|率|とは|信息|訊息|列表|案例|メッセージ|ボタン|ページ|例| 메시지| 페이지|률|율)/u;

/** Reads one sentence, in lower case and without quotations. */
export function readClause(sentence: string): ClauseReading {
  const clause = sentence.trim();
  const [main = "", ...turns] = clause.split(TURN);
  const opening = QUESTION.test(clause) ? null : openingOf(main);
  const isOverall = /\b(?:overall|in the end|finally|in total|altogether)\b/u.test(clause);
  if (opening !== null) {
    const taken = turns.some((turn) => isAgainst(turn, opening));
    return { outcome: taken ? "unknown" : opening, isOpening: true, isHedged: taken, isOverall };
  }
  const isHedged =
    QUESTION.test(clause) ||
    HEDGED_FACT.test(clause) ||
    HEDGES.test(clause) ||
    /\b(?:if|whether)\b/u.test(clause);
  if (isHedged) return { outcome: "unknown", isOpening: false, isHedged, isOverall };
  const outcomes = new Set([main, ...turns].map(told));
  const isMixed = outcomes.has("success") && outcomes.has("failure");
  const outcome = outcomes.has("failure")
    ? "failure"
    : outcomes.has("success")
      ? "success"
      : "unknown";
  return { outcome: isMixed ? "unknown" : outcome, isOpening: false, isHedged: isMixed, isOverall };
}

function openingOf(main: string): OutcomeClass | null {
  if (NO_ERRORS_AND.test(main)) return NOW_DONE.test(main) ? "success" : null;
  if (HEDGED_FACT.test(main) || SHOWN_THING.test(main)) return null;
  const outcome = OPENS_FAILURE.test(main)
    ? "failure"
    : OPENS_SUCCESS.test(main)
      ? "success"
      : foreignOpening(main);
  if (outcome === null) return null;
  const start = main.split(/[\s,;:(–—-]+/u, 6).join(" ");
  const isLater = outcome === "failure" && /^\S+ (?:to|as|because)\b/u.test(main);
  return HEDGES.test(start) && !isLater ? null : outcome;
}

function foreignOpening(main: string): OutcomeClass | null {
  if (INNER_THING.test(main)) return null;
  const failure = FAILURE_WORDS.exec(main);
  if (failure?.index === 0) return isDenied(main, failure) ? null : "failure";
  const isSuccess = SUCCESS_WORDS.exec(main)?.index === 0 && failure === null;
  return isSuccess && !DENIAL.test(main.split(/[:：\-–—,，.]/u, 1)[0] ?? "") ? "success" : null;
}

/** What comes after a "but" takes the verdict back, or leaves it open. */
function isAgainst(turn: string, opening: OutcomeClass): boolean {
  const outcome = told(turn);
  if (outcome !== "unknown") return outcome !== opening;
  return (
    opening === "success" &&
    (HEDGES.test(turn) ||
      HEDGED_FACT.test(turn) ||
      /^ *(?:not|no|nothing|failed|without)\b|\b(?:error|wrong|rejected|did not|didn't|still|whether)\b/u.test(
        turn,
      ))
  );
}

function told(part: string): OutcomeClass {
  const clause = part.replace(SUBORDINATE, "");
  const failed =
    !NOT_A_FAILURE.test(clause) &&
    (TELLS_FAILURE.test(clause) || /^\s*blocked by\b|❌/u.test(clause));
  const succeeded =
    TELLS_SUCCESS.test(clause) && !/\b(?:not|never|n't|nothing|hardly)\b/u.test(clause);
  const isAboutWords = SAYS.test(clause) || INNER_THING.test(clause);
  const word = FAILURE_WORDS.exec(clause);
  const foreignFailure = !isAboutWords && word !== null && !isDenied(clause, word);
  const foreignSuccess =
    !isAboutWords && word === null && SUCCESS_WORDS.test(clause) && !DENIAL.test(clause);
  if (failed || foreignFailure) return succeeded ? "unknown" : "failure";
  return succeeded || foreignSuccess ? "success" : "unknown";
}

/** "Not failed", in the languages that put the denial before or after the word. */
function isDenied(clause: string, { index, 0: word }: RegExpExecArray): boolean {
  const before = clause.slice(Math.max(0, index - 12), index).trim();
  const after = clause.slice(index + word.length, index + word.length + 6);
  const near = before.split(/\s+/u).at(-1) ?? "";
  return (
    DENIAL.test(near) ||
    /^(?:しなかった|しません|していな|ではな|하지 ?않|이 ?아니| değil| नहीं)/u.test(after)
  );
}
