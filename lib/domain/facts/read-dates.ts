import type { FactToken } from "./fact";

/** The months in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Russian; no short form that is a word as well. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january jan januar jänner janvier janv enero gennaio janeiro januari stycznia января янв",
    "february feb februar février févr febrero febbraio fevereiro fev februari lutego февраля фев",
    "march mar märz mrz mars marzo março maart mrt marca марта мар",
    "april apr avril avr abril abr aprile kwietnia апреля апр",
    "may mai mayo maggio maio mei maja мая май",
    "june jun juni juin junio giugno junho czerwca июня июн",
    "july jul juli juillet juil julio luglio julho lipca июля июл",
    "august aug août aout agosto augustus sierpnia августа авг",
    "september sep sept septembre septiembre settembre setembro września сентября сен",
    "october oct oktober okt octobre octubre ottobre outubro października октября окт",
    "november nov novembre noviembre novembro listopada ноября ноя",
    "december dec dezember dez décembre déc diciembre dicembre dezembro grudnia декабря дек",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);
/** The point of a short form belongs to a day only where the day goes on. */
const NAME = "(\\p{L}{3,12})(?:\\.(?=,?\\s{1,2}(?:del?\\s)?\\d))?";
const YEAR = "(?:,?\\s{1,2}(?:de\\s|del\\s)?(\\d{4}))?";
const PATTERNS = [
  { kind: "iso", pattern: /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?!\d)/g },
  { kind: "numbers", pattern: /(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/g },
  { kind: "cjk", pattern: /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]/g },
  {
    kind: "day-first",
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s(?:of\\s|de\\s)?${NAME}${YEAR}`,
      "giu",
    ),
  },
  {
    kind: "month-first",
    pattern: new RegExp(`(?<!\\p{L})${NAME}\\s(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${YEAR}`, "giu"),
  },
  { kind: "time", pattern: /(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)(?:\s?([ap])\.?m\b)?/gi },
] as const;

/** The days and times of day in a text with plain digits, in order and apart from one another. */
export function readDates(text: string): FactToken[] {
  const found = PATTERNS.flatMap(({ kind, pattern }) =>
    Array.from(text.matchAll(pattern), (match): FactToken => ({
      kind: "date",
      text: match[0],
      keys: keysOf(kind, match),
      from: match.index,
      to: match.index + match[0].length,
    })),
  ).filter(({ keys }) => keys.length > 0);
  const apart: FactToken[] = [];
  for (const token of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (token.from >= (apart.at(-1)?.to ?? 0)) apart.push(token);
  }
  return apart;
}

function keysOf(kind: (typeof PATTERNS)[number]["kind"], match: RegExpExecArray): string[] {
  const [, a = "", b = "", c = "", d = ""] = match;
  switch (kind) {
    case "iso":
      return day(a, b, c);
    case "cjk":
      return day(a, b, c);
    case "numbers":
      // Nobody says which of the two is the day; with points, it comes first.
      return b === "." ? day(d, c, a) : [...day(d, c, a), ...day(d, a, c)];
    case "day-first":
      return day(c, monthOf(b), a);
    case "month-first":
      return day(c, monthOf(a), b);
    case "time":
      return time(Number(a), b, c);
  }
}

/** A day as a key; of no year where none is told. */
function day(year: string, month: string, ofMonth: string): string[] {
  const [m, d] = [Number(month), Number(ofMonth)];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return [];
  const inYear = `${String(m)}-${String(d)}`;
  const full = year.length === 2 ? `20${year}` : year;
  return full === "" ? [`d*-${inYear}`] : [`d${full}-${inYear}`];
}

function monthOf(name: string): string {
  return String(MONTHS.get(name.toLowerCase()) ?? 0);
}

function time(hours: number, minutes: string, half: string): string[] {
  if (hours > 24 || Number(minutes) > 59) return [];
  const isAfternoon = half.toLowerCase() === "p";
  const hour = half === "" ? hours : (hours % 12) + (isAfternoon ? 12 : 0);
  return [`t${String(hour)}:${minutes}`];
}
