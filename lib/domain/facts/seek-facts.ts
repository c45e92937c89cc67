import { isReport } from "@/lib/domain/task/report-action";
import type { Action } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import type { JsonValue } from "@/lib/domain/text/json";
import { normalizeForSearch } from "@/lib/domain/text/normalize-for-search";
import { beginningOf } from "@/lib/domain/text/truncate";
import type { Fact } from "./fact";
import { readDates } from "./read-dates";
import { numberKeysIn, withPlainDigits } from "./read-numbers";

/** Where a fact was seen. Step numbers, in order, at most `MOST_STEPS` of `count`. */
export type FactPlaces = {
  fact: Fact;
  steps: readonly number[];
  count: number;
  /** Steps that only report, where it stands as well: that is where it was said. */
  said: readonly number[];
};

/** What was looked through: of a very long run only its first steps are. */
export type SeekResult = { places: readonly FactPlaces[]; readSteps: number };

const MOST_STEPS = 8;
/** As much of each text, and of all texts, is looked through, in UTF-16 units. */
const LONGEST_TEXT = 64 * 1024;
const MOST_READ = 6 * 1024 * 1024;
/** So much is read in one go: some twenty milliseconds of a slow machine. */
const PIECE = 32 * 1024;
const LETTER = /[\p{L}\p{M}\p{N}_]/u;
/** Scripts that part no words. */
const UNPARTED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Hang}]/u;

type Wanted = {
  needle: string;
  keys: ReadonlySet<string>;
  isCounted: boolean;
  isDate: boolean;
  isLink: boolean;
  places: Places;
};
type Places = { fact: Fact; steps: number[]; count: number; said: number[] };

/**
 * Looks for facts in the steps of a run, in all that each says, did and was answered, and yields now and then so that
 * others may go on in between. What is literally there is found, and numbers and dates in other spellings, too; each
 * text is looked through by itself.
 */
export function* seekFacts(
  facts: readonly Fact[],
  steps: readonly Step[],
): Generator<undefined, SeekResult> {
  const wanted = facts.map(wantedOf);
  let read = 0;
  let since = 0;
  let readSteps = 0;
  for (const step of steps) {
    if (read > MOST_READ) break;
    const isSaid = step.actions.some(isReport);
    const seen = new Set<Wanted>();
    for (const text of textsOf(step)) {
      read += text.length;
      since += text.length;
      seek(text, wanted, seen);
      if (since > PIECE) {
        since = 0;
        yield;
      }
    }
    for (const { places } of seen) note(places, step.number, isSaid);
    readSteps += 1;
  }
  return { places: wanted.map(({ places }) => places), readSteps };
}

function note(places: Places, step: number, isSaid: boolean): void {
  if (isSaid) {
    if (places.said.length < MOST_STEPS) places.said.push(step);
    return;
  }
  places.count += 1;
  if (places.steps.length < MOST_STEPS) places.steps.push(step);
}

function wantedOf(fact: Fact): Wanted {
  const isCounted = fact.kind === "number" || fact.kind === "price";
  return {
    needle: folded(fact.kind === "link" ? (fact.keys[0] ?? "") : fact.text),
    keys: new Set(fact.keys),
    isCounted,
    isDate: fact.kind === "date",
    isLink: fact.kind === "link",
    places: { fact, steps: [], count: 0, said: [] },
  };
}

function seek(given: string, wanted: readonly Wanted[], seen: Set<Wanted>): void {
  const text = beginningOf(given, LONGEST_TEXT);
  const open = wanted.filter((one) => !seen.has(one));
  if (open.length === 0 || text === "") return;
  const haystack = folded(text);
  const left: Wanted[] = [];
  for (const one of open) {
    const found = one.isLink ? leads(haystack, one.needle) : stands(haystack, one.needle);
    if (found) seen.add(one);
    else left.push(one);
  }
  const numbers = left.filter(({ isCounted }) => isCounted);
  const dates = left.filter(({ isDate }) => isDate);
  if (!/\d/.test(haystack) && !/[٠-٩۰-۹०-९０-９]/.test(haystack)) return;
  const digits = numbers.length + dates.length === 0 ? "" : withPlainDigits(text);
  if (numbers.length > 0) match(numbers, numberKeysIn(digits), seen);
  if (dates.length > 0) match(dates, dateKeysIn(digits), seen);
}

/** A day of a certain year is that day of any, too. */
function dateKeysIn(text: string): Set<string> {
  const keys = readDates(text).flatMap((token) => token.keys);
  return new Set(keys.flatMap((key) => [key, key.replace(/^d\d+-/, "d*-")]));
}

function match(wanted: readonly Wanted[], found: ReadonlySet<string>, seen: Set<Wanted>): void {
  if (found.size === 0) return;
  for (const one of wanted) if ([...one.keys].some((key) => found.has(key))) seen.add(one);
}

/** Whether words stand in a text by themselves rather than within longer ones. */
function stands(text: string, needle: string): boolean {
  if (needle === "") return false;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (!goesOn(text, at, -1, needle) && !goesOn(text, end, 1, needle)) return true;
  }
  return false;
}

/** The rest of an address that is longer. */
const LONGER = /\/?(?:[^\s"'<>?#()[\]{}|,.;:!*/]|[.,;:!]\w)/y;

/** Whether an address stands in a text rather than a longer one, of another host or of a page below it. */
function leads(text: string, needle: string): boolean {
  if (needle === "") return false;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const isHost =
      text.startsWith("www.", at - 4) || !/[\p{L}\p{N}.@_-]/u.test(text.charAt(at - 1));
    LONGER.lastIndex = at + needle.length;
    if (isHost && !LONGER.test(text)) return true;
  }
  return false;
}

/** Whether what stands at an edge of the needle goes on beyond it: a word, or a number with its point. */
function goesOn(text: string, edge: number, direction: 1 | -1, needle: string): boolean {
  const [inner, outer] =
    direction === 1
      ? [needle.at(-1) ?? "", text.charAt(edge)]
      : [needle.charAt(0), text.charAt(edge - 1)];
  if (!LETTER.test(inner)) return false;
  if (UNPARTED.test(inner) || UNPARTED.test(outer)) return false;
  if (LETTER.test(outer)) return true;
  const beyond = direction === 1 ? text.charAt(edge + 1) : text.charAt(edge - 2);
  return /\d/.test(inner) && /[.,:]/.test(outer) && /\d/.test(beyond);
}

function folded(text: string): string {
  return normalizeForSearch(text).replace(/\s+/g, " ");
}

/** Every text of a step that a fact may stand in. */
function textsOf(step: Step): string[] {
  return [
    step.nextGoal,
    step.evaluation,
    step.memory,
    step.url,
    ...step.actions.flatMap(textsOfAction),
  ];
}

function textsOfAction(action: Action): string[] {
  if ("raw" in action) return [action.raw];
  const { params, element, title = "", result = "", error = "" } = action;
  return [...valuesOf(params), element?.name ?? "", title, result, error];
}

function valuesOf(value: JsonValue): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(valuesOf);
}
