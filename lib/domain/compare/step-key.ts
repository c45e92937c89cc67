import type { Action } from "@/lib/domain/task/action";
import type { JsonObject, JsonValue } from "@/lib/domain/text/json";
import { pageKey } from "@/lib/domain/task/page-key";
import type { Step } from "@/lib/domain/task/step";
import { isElementKey, tellingParams } from "@/lib/domain/steps/telling-params";
import { beginningOf } from "@/lib/domain/text/truncate";

/** What two runs are compared by: where a step stood and what it did, in a form that two runs can agree on. */
export type StepKey = {
  /** The page; empty where none is recorded. */
  page: string;
  /** The actions by name and by what tells most, with which steps find each other that were worded anew. */
  actions: string;
  /** The actions with all their parameters but numbers of elements, or what they say they are for: two steps that agree here did the same. */
  exact: string;
};

/** Agents of different versions call one action by different names. */
const ONE_NAME: ReadonlyMap<string, string> = new Map([
  ["click_element", "click"],
  ["click_element_by_index", "click"],
  ["go_to_url", "navigate"],
  ["goto", "navigate"],
  ["open_tab", "navigate"],
  ["input_text", "input"],
  ["fill", "input"],
  ["type", "input"],
]);

/** Actions whose texts the model words anew in every run. */
const WORDED_ANEW: ReadonlySet<string> = new Set([
  "done",
  "extract_content",
  "extract",
  "write_file",
  "answer",
]);
const LONGEST_TEXT = 200;

/** The key of one step. */
export function stepKey(step: Pick<Step, "url" | "actions" | "cut">): StepKey {
  return {
    page: pageKey(step.url) ?? "",
    actions: step.actions.map(looseKey).join(" + "),
    // Of what was cut, the beginnings and the sizes are all that is known.
    exact: [...step.actions.map(exactKey), step.cut?.actions ?? ""].join(" + "),
  };
}

function looseKey(action: Action): string {
  if ("raw" in action) return plain(action.raw);
  const name = oneName(action.name);
  if (action.title !== undefined) return `${name} ${plain(action.title)}`;
  const first = WORDED_ANEW.has(name) ? undefined : tellingParams(action.params)[0];
  if (first === undefined || isElementKey(first[0])) return name;
  return `${name} ${plain(String(comparable(first[0], first[1])))}`;
}

function exactKey(action: Action): string {
  if ("raw" in action) return action.raw.trim();
  // An agent of v4 writes each program anew, and says what it is for.
  if (action.title !== undefined) return `${oneName(action.name)} ${plain(action.title)}`;
  return `${oneName(action.name)} ${JSON.stringify(comparableObject(action.params))}`;
}

function oneName(name: string): string {
  const given = name.toLowerCase();
  return ONE_NAME.get(given) ?? given;
}

/** Parameters in one order, without what is absent or only numbers an element. */
function comparableObject(params: JsonObject): [string, unknown][] {
  return Object.entries(params)
    .filter(([key, value]) => value !== null && !isElementKey(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, comparable(key, value)]);
}

/** Addresses as pages, texts without regard to white space at their ends. */
function comparable(key: string, value: JsonValue): unknown {
  if (typeof value === "string") return key === "url" ? pageKey(value) : value.trim();
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map((part) => comparable("", part)) : comparableObject(value);
}

// `Array.isArray` does not narrow to a readonly array.
function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function plain(text: string): string {
  const line = beginningOf(text, LONGEST_TEXT * 2).replace(/\s+/g, " ");
  return beginningOf(line.trim().toLowerCase(), LONGEST_TEXT);
}
