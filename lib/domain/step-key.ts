import type { Action } from "./action";
import type { JsonObject } from "./json";
import type { Step } from "./step";

/** What two runs are aligned by: where a step stood and what it did, in a form that two runs can agree on. */
export type StepKey = {
  /** Host, path and query of the page; the order of the query and the fragment do not count. */
  page: string;
  /** The actions by name, with the texts they typed or the addresses they went to. */
  actions: string;
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
  ["scroll_down", "scroll"],
  ["scroll_up", "scroll"],
]);

/** Parameters that say what an action is about. An element's index does not: each visit counts anew. */
const TELLING_KEYS = ["text", "url", "query", "keys", "option", "value"];
/** Actions whose texts the model words anew in every run. */
const WORDED_ANEW: ReadonlySet<string> = new Set([
  "done",
  "extract_content",
  "extract",
  "write_file",
]);
const LONGEST_TEXT = 200;

/** The key of one step. Texts are compared without regard to case and white space, long ones by their beginning. */
export function stepKey(step: Pick<Step, "url" | "actions">): StepKey {
  return { page: pageKey(step.url), actions: step.actions.map(actionKey).join(" + ") };
}

function pageKey(url: string): string {
  const text = url.trim();
  if (!URL.canParse(text)) return plain(text);
  const { protocol, host, pathname, searchParams } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return plain(text);
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).sort();
  const path = pathname.replace(/\/+$/, "");
  return `${host.replace(/^www\./, "")}${path}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

function actionKey(action: Action): string {
  if ("raw" in action) return plain(action.raw);
  const given = action.name.toLowerCase();
  const name = ONE_NAME.get(given) ?? given;
  const hint = WORDED_ANEW.has(name) ? "" : tellingText(action.params);
  return hint === "" ? name : `${name} ${hint}`;
}

function tellingText(params: JsonObject): string {
  for (const key of TELLING_KEYS) {
    const value = Object.hasOwn(params, key) ? params[key] : undefined;
    if (typeof value === "string") return key === "url" ? pageKey(value) : plain(value);
  }
  return "";
}

function plain(text: string): string {
  return text
    .slice(0, LONGEST_TEXT * 2)
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .slice(0, LONGEST_TEXT);
}
