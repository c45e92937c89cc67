import { beginningOf } from "@/lib/domain/text/truncate";

const PERSON =
  "(?:user|human(?: operator| agent| being)?|person|operator|customer|owner|someone|somebody)";
const DOES =
  "(?:log|sign|enter|provid|suppl|solv|complet|confirm|approv|pay|help|giv|shar|decid|choos|scan|verif|finish|respond|repl|answer|interven|type|do|tak|resum|clear|pass|accept|specif|tell|send|act)\\p{L}*";
const GIVES =
  "(?:input|intervention|action|help|assistance|approval|confirmation|verification|log-?in|sign-?in|response|reply|answer|decision|takeover|credentials|permission|instructions?|code|consent)";
const ARTICLE = "(?:the |a |an |some |more |further |additional |your |explicit )?";

/** Phrases by which an agent says that a person has to do something, in spoken words. */
const ENGLISH = [
  `(?:wait(?:ing|s)?|await(?:ing|s)?|paus(?:e|ed|es|ing)|stand(?:ing)? by)(?: here| now)?(?: (?:up to )?\\d+ ?(?:s|seconds?|minutes?))?(?: for| on| until| till)? ${ARTICLE}(?:(?:${PERSON})(?:'s)?(?:[ ,]*$)|(?:${PERSON}|you|manual)(?:'s)? (?:to |has |have )?(?:${DOES}|${GIVES})(?! (?:page|form|screen|dialog|list|field|button|data)))`,
  `wait(?:ing)? for (?:their|your) (?:${GIVES})`,
  `(?:ask|asking|request|requesting|prompt|prompting)(?: for)? ${ARTICLE}(?:${PERSON})(?:'s)?(?: (?:to|for|about|whether|if|which|what|how|${GIVES})|$)`,
  `escalat(?:e|ing) (?:this |it )?to ${ARTICLE}(?:${PERSON})|needs? an? (?:human|person)$`,
  `(?:get|getting|obtain|obtaining|collect|collecting) (?:[^ ]+ ){1,5}?from the (?:user|human)(?:$| (?:to|for|and|by|via|through|before|so|then))`,
  `(?:get|have|let) the user (?:to )?(?:${DOES})`,
  `(?:need|needs|needing|require|requires|requiring|requested|want|wants) ${ARTICLE}(?:(?:${PERSON}|you) to ${DOES}|(?:user|human|operator)(?:'s)? (?:${GIVES})|(?:human|manual) (?:${GIVES}|login|completion|solving)|your (?:${GIVES}))`,
  `(?:${PERSON}|manual) (?:${GIVES}|login|solving) (?:is |are |will be )?(?:needed|required|necessary|awaited|pending)`,
  `(?:hand(?:ing|ed)?) (?:\\p{L}+ )?(?:over|off|control) to (?:the |a )?(?:${PERSON})`,
  `(?:cannot|can't|unable to) (?:proceed|continue|go on) (?:until|without|unless) ${ARTICLE}(?:${PERSON}|you)`,
  "(?:only )?the user (?:must|has to|will have to|will need to) (?:do|log|sign|enter|provide|solve|complete|confirm|approve|scan|verify)",
  "please (?:take over|(?:log|sign) ?in (?:manually|yourself|in the (?:browser|live)))",
];

const OTHERS = [
  // German
  "(?:warte|warten|wartet|abwarten)(?: \\p{L}+){0,3}? (?:auf|bis) (?:\\p{L}+ ){0,3}?(?:benutzers?|nutzers?|anwenders?|mensch\\p{L}*|person)",
  "(?:warte\\p{L}*|abwarten)(?: darauf)?,? (?:dass|bis) (?:der|die|ein|eine) (?:benutzer|nutzer|anwender|mensch|person)(?!\\p{L})",
  "(?:frage|fragen|bitte|bitten|fordere|auffordern)(?: \\p{L}+){0,2}? (?:den|die|der) (?:benutzer|nutzer|anwender)|(?:den|die) (?:benutzer|nutzer|anwender) (?:bitten|fragen|auffordern|um)",
  "(?:benutzer|nutzer|anwender)(?:eingabe|eingriff|bestätigung|aktion) (?:ist )?(?:erforderlich|nötig|notwendig)|(?:der|ein) (?:benutzer|nutzer|anwender|mensch) muss|manuelle[rsn]? (?:eingabe|eingriff|anmeldung|bestätigung|lösung|eingreifen)",
  // French
  "(?:attendre|attends|attente|j'attends)(?: \\S+){0,3}? (?:l'utilisateur|l'utilisatrice|une personne)",
  "demande[rz]?(?: \\S+){0,4}? à l'utilisateur|(?:intervention|action) (?:humaine|manuelle|de l'utilisateur)|l'utilisateur doit",
  // Spanish and Portuguese
  "(?:esper\\p{L}+|aguard\\p{L}+|a la espera)(?: \\p{L}+){0,4}? (?:usuari[oa]|usuári[oa]|utilizador)",
  "(?:pedir|pedirle|preguntar|solicitar|perguntar|pido|peço|solicito)(?: \\p{L}+){0,4}? (?:al?|à|ao) (?:usuari[oa]|usuári[oa]|utilizador)|(?:intervención|acción|intervenção|ação) (?:humana|manual|del usuario|do usuário|do utilizador)|(?:el|la|o|a) (?:usuari[oa]|usuári[oa]|utilizador) (?:debe|tiene que|deve|precisa|tem que|tem de)",
  // Italian
  "(?:attend\\p{L}+|aspett\\p{L}+|in attesa)(?: \\S+){0,4}? (?:l'utente|dell'utente|che l'utente|utente)|(?:chiedere|chiedo|richiedere)(?: \\S+){0,4}? all'utente|intervento (?:umano|manuale|dell'utente)|l'utente deve",
  // Dutch
  "(?:wacht|wachten|wachtend|afwachten)(?: \\p{L}+){0,2}? (?:op|tot) (?:de |een )?(?:gebruiker|mens|persoon)|vraag(?: \\p{L}+){0,3}? de gebruiker|de gebruiker (?:moet|vragen)|handmatige (?:actie|invoer|tussenkomst)",
  // Polish
  "(?:czekam|czekać|oczekiwanie|oczekuję|poczekać|poczekam)(?: na|,? aż)(?: \\p{L}+){0,3}? (?:użytkownik\\p{L}*|człowiek\\p{L}*)|(?:poproś|poprosić|poproszę|zapytaj|zapytać|proszę) użytkownik\\p{L}*|użytkownik musi|interwencj\\p{L}+ (?:użytkownika|człowieka)",
  // Turkish
  "kullanıcı\\p{L}*(?: \\p{L}+){0,5}? (?:bekl\\p{L}+|isteyeceğim|iste|istemek|isteniyor|sor|soracağım)(?!\\p{L})|kullanıcı (?:müdahalesi|girişi|onayı)(?: \\p{L}+)? (?:gerek\\p{L}+|bekl\\p{L}+)",
  // Russian
  "(?:жду|ждать|ждём|подождать|ожидаю|ожидание|ожидать)(?:,? \\p{L}+){0,3}? (?:пользовател\\p{L}+|человек\\p{L}*)|(?:попросить|попрошу|спросить|спрошу|запросить)(?: у)? пользовател\\p{L}+|требуется (?:\\p{L}+ )?(?:вмешательство|участие|помощь) (?:пользователя|человека)|пользователь должен",
];
/** Without spaces between words, and without a place where one begins. */
const UNSPACED = [
  "(?:等待|等候|请|請|请求|要求|询问|需要|须由|需由)(?:用户|用戶|使用者|人工|您)",
  "(?:用户|用戶|人工)(?:介入|干预|协助|手动)|需要?手动(?:登录|输入|完成|验证)",
  "ユーザー?(?:の|が|による|から)[^。]{0,16}?(?:を待|待ち|待つ|が必要)|ユーザー?に[^。]{0,16}?(?:依頼|尋ね|求め|お願い)",
  "사용자(?:의|가|님)?[^.]{0,16}?(?:기다|대기|필요(?:합|함|해|하다))|사용자에게[^.]{0,16}?(?:요청(?!한)|물어|부탁)",
];

const ASKS = [
  new RegExp(`(?<!\\p{L})(?:${ENGLISH.join("|")})`, "gu"),
  new RegExp(`(?<!\\p{L})(?:${OTHERS.join("|")})(?!\\p{L})`, "gu"),
  new RegExp(UNSPACED.join("|"), "gu"),
];
/** What is spoken to the reader, as an agent does at its end. */
const ADDRESSES =
  /(?<!\p{L})(?:(?:please|could you|can you|would you) (?:please )?(?:provide|solve|complete|enter|supply|send|share|give|log ?in|sign ?in|confirm|approve|tell me (?:the|which|what))|(?:bitte|können sie) (?:\p{L}+ ){0,4}?(?:angeben|eingeben|senden|mitteilen|bestätigen|lösen|anmelden|teilen)|(?:veuillez|pouvez-vous) \p{L}+|por favor,? (?:proporcion|introduz|ingres|confirm|envi|indiqu|inform|forneç)\p{L}+|per favore,? (?:fornisc|inserisc|conferm)\p{L}+)|请(?:提供|输入|登录|完成|确认|告诉)|を(?:教えて|入力して|提供して)ください|(?:입력|제공|로그인|확인)해 ?주세요/u;

/** Words before a phrase by which it is denied, or thought of for another time. */
const UNMEANT =
  /(?<!\p{L})(?:not|no|never|without|instead of|rather than|avoid(?:ing)?|if|in case|might|may|unless|would|later|eventually|when|once|after|did|nicht|kein\p{L}*|ohne|falls|wenn|pas|sans|si|sin|sem|senza|se|niet|zonder|geen|als|nie|bez|jeśli|не|без|если|нет)(?!\p{L})|n't(?!\p{L})|不|无需|無需|没有|如果|若|もし/u;
/** What a sentence begins with that speaks of another time. */
const CONDITION =
  /^(?:if|as the user|in case|unless|when|once|should|falls|wenn|sobald|sollte|si|se|als|jeśli|eğer|если|如果|若|もし)(?!\p{L})|^(?:如果|若|もし|만약)/u;
const CLAUSES =
  /[,;:，、；：—–()]| - | (?:and|so|but|therefore|then|und|aber|et|mais|y|pero|mas|e|ma|en|maar|i|ale|ve|и|но) /u;
/** Waiting for a page about users is no waiting for one. */
const OF_A_PAGE =
  /seite|page|página|pagina|stron|страниц|sayfa|页|ページ|페이지|列表|接口|数据|资料|用户名|用戶名|ユーザー名|profil|профил|konto|списо|liste|load|lade|charg/u;
const DENIED_AFTER = /^[^.]{0,12}?(?:不要|ません|ない|없|gerekmiyor|не требуется)/u;

/** Whether a sentence in spoken words says that a person has to do something now. */
export function asksPerson(sentence: string): boolean {
  if (CONDITION.test(sentence)) return false;
  return ASKS.some((pattern) =>
    [...sentence.matchAll(pattern)].some(({ index, 0: words }) => {
      const clause = sentence.slice(0, index).split(CLAUSES).at(-1) ?? "";
      const after = sentence.slice(index + words.length);
      const isOfPage = OF_A_PAGE.test(`${words}${beginningOf(after, 4)}`);
      return !isOfPage && !UNMEANT.test(clause) && !DENIED_AFTER.test(after);
    }),
  );
}

/** Whether a sentence in spoken words asks its reader for something. */
export function addressesReader(sentence: string): boolean {
  return ADDRESSES.test(sentence);
}
