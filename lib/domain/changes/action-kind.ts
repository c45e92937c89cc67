import type { Action } from "@/lib/domain/task/action";
import type { JsonValue } from "@/lib/domain/text/json";

/**
 * What an action may do to the screen: `click` and `input` should change it, `read` should not, `tab` shows another page,
 * `other` may do anything.
 */
export type ActionKind = "click" | "input" | "wait" | "read" | "tab" | "other";

/** By the names that agents are known to give their tools. */
const KINDS: readonly (readonly [ActionKind, RegExp])[] = [
  ["tab", /(?:^|_)tabs?(?:_|$)|^switch$|^close$/i],
  ["other", /right|download|upload|hover|drag|scroll/i],
  ["click", /(?:^|_)(?:click|tap)(?:_|$)|double_click/i],
  [
    "input",
    /^(?:input|input_text|text_input|fill|type|type_text|select_dropdown_option|select_option)$/i,
  ],
  ["wait", /^wait(?:_|$)/i],
  [
    "read",
    /^(?:done|answer|extract|get_|find_text|search_page|read_|write_|replace_file|screenshot|save_|cache_)/i,
  ],
];
/** A wait that says no time lasts three seconds, as agents have it. */
const USUAL_WAIT = 3;

/** See `ActionKind`; an action that could not be read may be any. */
export function kindOfAction(action: Action): ActionKind {
  if ("raw" in action) return "other";
  return KINDS.find(([, names]) => names.test(action.name))?.[0] ?? "other";
}

/** For how long an action waits, in seconds; 0 for one that is no wait. */
export function waitedSeconds(action: Action): number {
  if ("raw" in action || kindOfAction(action) !== "wait") return 0;
  const told = Number(textOf(action.params.seconds ?? action.params.value));
  return Number.isFinite(told) ? told : USUAL_WAIT;
}

function textOf(value: JsonValue | undefined): string | number | undefined {
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}
