import { WAIT_REASONS, type WaitReason } from "./need";
import { ENGLISH_TOPICS, foreignTopicOf } from "./wait-topics";

const FEW = "(?: [^ ]+){0,3}?";
const VERBS =
  "(?:solv|complet|pass|bypass|get|enter|provid|receiv|obtain|read|mak|finish|handl|perform|process|clos|dismiss)\\p{L}*";
const CANNOT =
  "(?:cannot|can't|could not|couldn't|(?:was|were)(?: not|n't) able to|unable to|not able to|failed to|fails to|impossible to|not possible to|did not manage to|never managed to)";

/** How a sentence says that something stops the agent, around what does. */
const blockedBy = (topic: string) =>
  `(?:because of|due to|owing to|(?:blocked|stopped|prevented|interrupted|halted|hindered|gated|protected) by|stuck (?:at|on|behind|in)|behind)${FEW} ${topic}|${CANNOT} (?:${VERBS}${FEW} )?${topic}|${topic}${FEW} (?:blocks|blocked|blocking|prevents|prevented|stops|stopped|failed(?! to (?:load|open|render))|wall|refused|declined|rejected|(?:could not|cannot|can't) be(?! (?:found|loaded|opened|downloaded|shown|displayed|reached|seen|rendered|extracted))|was not (?:accepted|solved|possible|completed)|were not accepted|not accepted|(?:is|was|are|were) (?:in|not )correct|did not work|timed out|expired)|${topic} (?:that|which) (?:i|it|we|the agent) (?:could not|couldn't|cannot|can't|was not able|was unable)|(?:refused|declined|rejected)${FEW} ${topic}|(?:blocked|stopped|rejected|denied)(?: [^ ]+){0,4}? (?:with|through)(?: an?| the)? ${topic}`;
/** The same where the run is over: what was asked for and not to be had. */
const wanting = (topic: string) =>
  `(?:requires?|required|requiring|needs?|needed|demands?|demanded|asks? for|asked for|asking for|insists? on|without|missing|lack(?:s|ed|ing)?(?: of)?|ran into|encountered|faced with|hit|met with|reached)${FEW} ${topic}|${topic}${FEW} (?:is|was|are|were)? ?(?:required|needed|necessary|mandatory|missing)`;

const wordIn = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, "u");
const ENGLISH = WAIT_REASONS.map((reason) => ({
  reason,
  hard: wordIn(blockedBy(ENGLISH_TOPICS[reason])),
  soft: wordIn(wanting(ENGLISH_TOPICS[reason])),
}));

/** Words of other languages by which a sentence says that something did not go. */
const FOREIGN =
  /(?<!\p{L})(?:blockiert|verhindert|gescheitert|fehlgeschlagen|abgelehnt|nicht (?:möglich|anmelden|einloggen|lösen|fortfahren|gelöst)|wegen|aufgrund|erforderlich|verlangt|bloqué\p{L}*|impossible d(?:e|'\p{L}+)|refusé\p{L}*|à cause|échoué|requise?|nécessaire|bloque\p{L}+|bloquead[oa]|imposible|no (?:pude|puedo|se pudo)|rechazad[oa]|debido a|requiere|requerid[oa]|não (?:consegui|pude|foi possível)|recusad[oa]|devido a|exige|necessári[oa]|impossibile|non (?:riesco|sono riuscit[oa]|è stato possibile)|bloccat[oa]|rifiutat[oa]|a causa|richiest[oa]|richiede|geblokkeerd|niet (?:mogelijk|inloggen|gelukt)|geweigerd|vanwege|vereist|nie (?:mogę|można|udało)|zablokowan\p{L}+|odrzucon\p{L}+|wymagan\p{L}+|wymaga|engel\p{L}+|başarısız|reddedildi|gerek\p{L}+|yapamadım|невозможно|не (?:удалось|могу|удаётся|удается)|заблокирован\p{L}*|отклонен\p{L}*|отклонён\p{L}*|требует\p{L}*|из-за)(?!\p{L})|无法|無法|不能|失败|失敗|未能|阻止|拦截|需要|要求|被拒|できません|できない|できなかっ|ブロック|必要|拒否|없습니다|실패|필요|차단|거부/u;
/** Denied, or got over. */
const SETTLED =
  /(?<!\p{L})no (?:further |more )?(?:captcha|login|log-?in|sign-?in|payment|(?:code|password|credentials) (?:is|was|were) (?:required|needed|asked))|(?:not|n't|nicht|no longer) (?:required|needed|necessary|erforderlich|nötig)|(?<!not )(?:was|were|is|are|got|been|automatically|successfully) (?:automatically |successfully )?(?:solved|bypassed|resolved|avoided|accepted|gelöst)|(?:solved|bypassed|avoided|passed|got past|got around) (?:it|the|a|this|that|by)(?!\p{L})|(?<!un)successful|succeeded|不需要|无需|已解决|必要(?:あり|は)?ない|필요(?:하지| 없)/u;

/**
 * What a sentence in spoken words says that the agent is stopped by. `hard`: it is stopped there. `wanting`: also what
 * was asked for and not to be had, which counts only where the run came to nothing.
 */
export function stoppedBy(sentence: string, how: "hard" | "wanting"): WaitReason | null {
  if (SETTLED.test(sentence)) return null;
  const found = ENGLISH.find(
    ({ hard, soft }) => hard.test(sentence) || (how === "wanting" && soft.test(sentence)),
  );
  if (found !== undefined) return found.reason;
  return FOREIGN.test(sentence) ? foreignTopicOf(sentence) : null;
}
