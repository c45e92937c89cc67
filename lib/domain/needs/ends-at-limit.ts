import { sentencesOf } from "./need-sentences";

const LIMIT =
  "(?:(?:max(?:imum)?|allowed) ?(?:number of |amount of )?(?:steps?|actions|iterations|turns|time|duration|cost|budget|tokens?|failures|retries)|(?:step|time|cost|spending|token|iteration|session|turn|task|run)s?[- ]?(?:limit|budget|cap)|limit of (?:\\d+ )?(?:steps|actions|minutes|turns)|(?:time|steps|credits?|turns))";
const ENGLISH = new RegExp(
  `(?<!\\p{L})(?:(?:reached|reaching|exceeded|exceeding|hit|exhausted|used up|ran out of|run out of|running out of|out of|due to|because of|stopped (?:by|at))(?: [^ ]+){0,2}? ${LIMIT}|${LIMIT}(?: [^ ]+){0,2}? (?:reached|exceeded|exhausted|used up|hit|ran out|is up|expired)|(?:ran|run|running) out of budget|budget (?:(?:is|was|has been) )?(?:exhausted|used up)|(?:insufficient|not enough) (?:credits?|balance|funds on the account|budget))(?!\\p{L})`,
  "u",
);
const OTHERS =
  /(?<!\p{L})(?:(?:maximale (?:anzahl|schrittzahl|laufzeit|zahl)|schrittlimit|zeitlimit|budget)\P{L}.{0,40}(?:erreicht|überschritten|erschöpft|aufgebraucht)|(?:nombre maximal|limite (?:d'étapes|de temps))\P{L}.{0,40}(?:atteint|dépassé)|(?:número máximo|límite|limite)\P{L}.{0,40}(?:alcanzad|superad|atingid|excedid|raggiunt|superat)\p{L}*|(?:alcanz\p{L}+|atingi\p{L}*|raggiunt\p{L}*) (?:el |o |il )?(?:número|numero|límite|limite)|(?:maximum aantal stappen|tijdslimiet)\P{L}.{0,40}bereikt|(?:limit|maksymaln\p{L}+ liczb\p{L}+) (?:kroków|czasu)\P{L}.{0,40}(?:osiągnięt|przekroczon)\p{L}*|(?:adım|süre) (?:sınırı|limiti).{0,20}(?:ulaş|aş)\p{L}+|(?:лимит|максимальн\p{L}+ (?:число|количество)) (?:шагов|времени).{0,30}(?:достигнут|превышен|исчерпан)|(?:достигнут|превышен) (?:лимит|предел))|(?:最大步数|步数上限|步骤上限|时间限制|预算).{0,12}(?:达到|超过|用完|耗尽)|(?:达到|超过).{0,8}(?:最大步数|步数上限|步骤上限|时间限制|预算)|(?:最大ステップ|ステップ数の上限|制限時間).{0,12}(?:達|超)|(?:최대 단계|단계 제한|시간 제한).{0,12}(?:도달|초과)/u;

/** Whether a text, by which a run ended, says that it came to a limit of steps, time or money. */
export function saysLimit(text: string): boolean {
  return sentencesOf(text).some((sentence) => ENGLISH.test(sentence) || OTHERS.test(sentence));
}
