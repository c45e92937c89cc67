import { type SecretFinding, isMasked, looksChosen } from "./secret-kinds";
import { CLEAR_NAMES, SHORT_NAMES } from "./secret-names";

const NAMES = new RegExp(
  `(?:(${CLEAR_NAMES})|(?<![a-z])(${SHORT_NAMES}))(?![a-z])|(?<![a-z])(?:bearer|basic)(?= )`,
  "gi",
);
/** What may stand between a name and its value. */
const JOINT = /\\?["'`]?(\s{0,4})(?:[:=]>?|\bis\b:?|\blautet\b:?)(\s{0,4})(\\?["'`“„]?)|(\s)/y;
const BARE_VALUE = /[^\s&"'`<>\\]+/y;
const QUOTED_VALUE = /[^\n"'`“”\\]+/y;
const SCHEME = /^(?:bearer|basic)$/i;
const NOTHING_SECRET =
  /^(?:true|false|null|none|undefined|required|\*+|x{3,}|\.{2,}|\{\{.*|\$\{?[A-Z_]+\}?)$/i;

/** Values that stand under the name of a secret: in a query, in JSON, in a header, or in a sentence. */
export function findNamedSecrets(text: string): SecretFinding[] {
  const found: SecretFinding[] = [];
  NAMES.lastIndex = 0;
  for (let name = NAMES.exec(text); name !== null; name = NAMES.exec(text)) {
    JOINT.lastIndex = NAMES.lastIndex;
    const joint = JOINT.exec(text);
    if (joint === null) continue;
    const [, before = "", after = "", quote = "", space] = joint;
    const isScheme = name[1] === undefined && name[2] === undefined;
    const isLong = isLongWord(name[0]);
    // A space alone joins `Bearer abc`, and in a sentence "password hunter2".
    const mayJoin =
      space === undefined ? !isScheme : isScheme || (name[1] !== undefined && !isLong);
    if (!mayJoin) continue;
    const from = JOINT.lastIndex;
    const pattern = quote === "" ? BARE_VALUE : QUOTED_VALUE;
    pattern.lastIndex = from;
    const value = trimEnd(pattern.exec(text)?.[0] ?? "", quote);
    if (value === "") continue;
    if (SCHEME.test(value)) continue;
    // What was looked at is not looked at again: many names in a row cost no more than one.
    NAMES.lastIndex = from + value.length;
    const isLoose = quote === "" && (before !== "" || after !== "" || space !== undefined);
    if (isSecretValue(value, { isLong, isLoose, isShortName: name[2] !== undefined }))
      found.push({ kind: "password", from, to: from + value.length });
  }
  return found;
}

/** Names of values that are always long: a short one is a count or a choice. */
function isLongWord(name: string): boolean {
  return /token|key|secret|^sig/i.test(name);
}

type Standing = {
  /** Short values under this name are counts or choices. */
  isLong: boolean;
  /** It stands in a sentence rather than right after its name. */
  isLoose: boolean;
  /** The name is a word of everyday language. */
  isShortName: boolean;
};

function isSecretValue(value: string, { isLong, isLoose, isShortName }: Standing): boolean {
  if (NOTHING_SECRET.test(value) || isMasked(value)) return false;
  if (isLong && (value.length < 6 || /^\d+$/.test(value))) return false;
  // In a sentence, only what no word looks like counts.
  return isLoose ? !isShortName && looksChosen(value) : true;
}

/** Without the marks that end a sentence or close a bracket. */
function trimEnd(value: string, quote: string): string {
  if (quote !== "") return value;
  let end = value.length;
  while (end > 0 && ".,;:!?)]}".includes(value.charAt(end - 1))) end--;
  return value.slice(0, end);
}
