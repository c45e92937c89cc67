import type { ScriptStep } from "../script";
import { isFields, type Fields } from "./fields";

/** One call of a tool, as the agent of v4 makes it. */
export type ToolCall = { tool: string; input: Fields; title: string };

/** The deepest parameters that are told as such; what is deeper is told as the text that it is. */
const DEEPEST = 200;

/** A browser action as a program for the browser: what it is for, and its code. */
type Program = (params: Fields, nextUrl: string | null) => { description: string; code: string };

const click: Program = (params, nextUrl) =>
  nextUrl === null
    ? {
        description: `Click element ${word(params.index)}`,
        code: `await page.elements.at(${word(params.index)}).click();`,
      }
    : {
        description: `Follow the link of element ${word(params.index)}`,
        code: `await cdp.send("Page.navigate", { url: ${JSON.stringify(nextUrl)} });\nawait page.waitForLoad();`,
      };

const open: Program = ({ url }) => ({
  description: `Open ${word(url)}`,
  code: `await page.goto(${JSON.stringify(url ?? "")});\nawait page.waitForLoad();`,
});

const type: Program = (params) => ({
  description: `Type into field ${word(params.index)}`,
  code: `await page.elements.at(${word(params.index)}).type(${JSON.stringify(params.text ?? params.password ?? "")});`,
});

const scroll: Program = ({ amount }) => ({
  description: "Scroll the page",
  code: `await cdp.send("Input.dispatchMouseEvent", { type: "mouseWheel", x: 640, y: 400, deltaX: 0, deltaY: ${word(amount ?? 600)} });`,
});

const PROGRAMS: Readonly<Record<string, Program>> = {
  go_to_url: open,
  navigate: open,
  click_element_by_index: click,
  click,
  input_text: type,
  input: type,
  scroll_down: scroll,
  scroll_up: scroll,
  scroll,
  select_dropdown_option: ({ index, text }) => ({
    description: `Choose ${JSON.stringify(text ?? "")}`,
    code: `await page.elements.at(${word(index)}).select(${JSON.stringify(text ?? "")});`,
  }),
  send_keys: ({ keys }) => ({
    description: `Press ${word(keys)}`,
    code: `await page.press(${JSON.stringify(keys ?? "")});`,
  }),
  extract_content: ({ goal }) => ({
    description: word(goal ?? "Read the page"),
    code: `console.log(await page.evaluate(() => document.body.innerText));`,
  }),
  wait: ({ seconds }) => ({
    description: "Wait for the page",
    code: `await new Promise((resolve) => setTimeout(resolve, ${word(Number(seconds ?? 1) * 1000)}));`,
  }),
  go_back: () => ({ description: "Go back", code: "await page.goBack();" }),
};

/** The tools that are no program for the browser, by the name of the action. */
const OTHER_TOOLS: Readonly<Record<string, (params: Fields) => ToolCall>> = {
  write_file: ({ file_name: name, content }) => ({
    tool: "write",
    input: { filePath: `/workspace/${word(name)}`, content: content ?? "" },
    title: word(name),
  }),
  shell: (params) => ({ tool: "shell", input: params, title: word(params.description) }),
  webfetch: (params) => ({ tool: "webfetch", input: params, title: word(params.url) }),
  search: (params) => ({ tool: "websearch", input: params, title: word(params.query) }),
};

/**
 * The calls by which the agent of v4 does what a script's step does. Its final word is no call. `nextUrl` is where the
 * step leads to; it stands in the code of whatever leads there.
 */
export function toolCalls(actions: ScriptStep["actions"], nextUrl: string | null): ToolCall[] {
  return actions.flatMap((text) => {
    const action = readAction(text);
    if (action === null) return [program({ description: "Run a program", code: text })];
    const [name, params] = action;
    if (name === "done") return [];
    const toProgram = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
    if (toProgram !== undefined) return [program(toProgram(params, nextUrl))];
    const toCall = Object.hasOwn(OTHER_TOOLS, name) ? OTHER_TOOLS[name] : undefined;
    return [toCall?.(params) ?? { tool: name, input: params, title: name }];
  });
}

/** A call that only takes a picture. */
export function lookCall(): ToolCall {
  return program({
    description: "Look at the page",
    code: `await cdp.send("Page.captureScreenshot", { format: "jpeg" });`,
  });
}

function program(input: { description: string; code: string }): ToolCall {
  return { tool: "browser_execute", input, title: input.description };
}

/** The name and the parameters of an action; `null` for what is no action, or too deep for a call. */
function readAction(text: string): [string, Fields] | null {
  const action = parse(text);
  if (!isFields(action)) return null;
  const [first] = Object.entries(action);
  if (first === undefined) return null;
  const [name, params] = first;
  return [name, isFields(params) ? params : { value: params }];
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return depthOf(value, 0) > DEEPEST ? null : value;
  } catch {
    return null;
  }
}

function depthOf(value: unknown, above: number): number {
  if (typeof value !== "object" || value === null || above > DEEPEST) return above;
  return Object.values(value).reduce<number>(
    (deepest, part) => Math.max(deepest, depthOf(part, above + 1)),
    above,
  );
}

function word(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
