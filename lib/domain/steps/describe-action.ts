import type { Action } from "@/lib/domain/task/action";
import type { JsonObject, JsonValue } from "@/lib/domain/text/json";
import { isElementKey, paramText, tellingParams } from "./telling-params";
import { beginningOf, truncate } from "@/lib/domain/text/truncate";

const LONGEST_HINT = 80;
/** Enough of a text to make a line of it. */
const READ = LONGEST_HINT * 4;

/** An action in a few words for a narrow row: `Click element 12`, `Scroll up 10 pages`, `Go to url shop.example`. */
export function describeAction(action: Action): string {
  if ("raw" in action) return oneLine(action.raw);
  const { params, title = "" } = action;
  if (title.trim() !== "") return oneLine(title);
  const special =
    SPECIAL.find(([name]) => name.test(action.name))?.[1](params, action.name) ?? null;
  return special === null ? inGeneral(action.name, params) : oneLine(special);
}

/** The name of an action for reading: `click_element_by_index` becomes `Click element by index`. */
export function actionLabel(name: string): string {
  const words = beginningOf(name, READ)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Actions whose name alone, with one parameter, would not say what they do; `null` where it does. */
const SPECIAL: readonly (readonly [RegExp, (params: JsonObject, name: string) => string | null])[] =
  [
    [/^scroll(?:_down|_up)?$/i, describeScroll],
    [/click/i, describeClick],
    [
      /^(?:switch|switch_tab)$/i,
      (params) => withParam("Switch to tab", params, "tab_id", "page_id"),
    ],
    [/^(?:close|close_tab)$/i, (params) => withParam("Close tab", params, "tab_id", "page_id")],
    [/^(?:navigate|go_to_url|goto)$/i, describeNavigation],
    [/^(?:input|input_text|fill|type)$/i, describeInput],
    [/^wait$/i, describeWait],
    [/^done$/i, describeDone],
    [/^drag/i, describeDrag],
  ];

function inGeneral(name: string, params: JsonObject): string {
  const [first, second] = tellingParams(params);
  const label = oneLine(actionLabel(name));
  if (first === undefined) return label;
  const hint = ([key, value]: readonly [string, JsonValue]) =>
    isElementKey(key) && !/(?:element|index)$/.test(label)
      ? `element ${paramText(value)}`
      : paramText(value);
  // An element that is only numbered says little of what is done to it.
  const more = second === undefined || isElementKey(second[0]) ? "" : `, ${hint(second)}`;
  return `${label} ${oneLine(`${hint(first)}${more}`)}`;
}

function describeScroll(params: JsonObject, name: string): string {
  const isUp = params.down === false || params.direction === "up" || /up$/i.test(name);
  const direction = isUp ? "up" : "down";
  const pages = textOf(params.pages ?? params.num_pages);
  const amount = textOf(params.amount ?? params.pixels);
  const unit = pages === "1" ? "page" : "pages";
  const far = pages !== "" ? ` ${pages} ${unit}` : amount !== "" ? ` ${amount} pixels` : "";
  const index = textOf(params.index);
  return `Scroll ${direction}${far}${index === "" ? "" : ` in element ${index}`}`;
}

function describeClick(params: JsonObject): string | null {
  const x = textOf(params.coordinate_x ?? params.x);
  const y = textOf(params.coordinate_y ?? params.y);
  return x !== "" && y !== "" ? `Click at ${x}, ${y}` : null;
}

function describeNavigation(params: JsonObject): string | null {
  const url = textOf(params.url);
  if (url === "" || params.new_tab !== true) return null;
  return `Open in a new tab ${truncate(beginningOf(url, READ), 60)}`;
}

function describeInput(params: JsonObject): string | null {
  if (params.text !== "") return null;
  return `Empty the field${at(params)}`;
}

function describeWait(params: JsonObject): string | null {
  const seconds = textOf(params.seconds ?? params.value);
  return seconds === "" ? null : `Wait ${seconds} s`;
}

function describeDone(params: JsonObject): string {
  const told = textOf(params.text ?? params.data);
  const words = params.success === false ? "Give up" : "Done";
  return told === "" ? words : `${words}: ${beginningOf(told, READ)}`;
}

function describeDrag(params: JsonObject): string | null {
  const [from, to] = [textOf(params.element_source), textOf(params.element_target)];
  return from === "" || to === ""
    ? null
    : `Drag ${beginningOf(from, READ)} to ${beginningOf(to, READ)}`;
}

function withParam(words: string, params: JsonObject, ...keys: string[]): string | null {
  const value = keys.map((key) => textOf(params[key])).find((text) => text !== "");
  return value === undefined ? null : `${words} ${beginningOf(value, READ)}`;
}

function at(params: JsonObject): string {
  const index = textOf(params.index);
  return index === "" ? "" : ` of element ${index}`;
}

function textOf(value: JsonValue | undefined): string {
  return value === undefined || value === null ? "" : paramText(value);
}

function oneLine(text: string): string {
  return truncate(beginningOf(text, READ).replace(/\s+/g, " ").trim(), LONGEST_HINT);
}
