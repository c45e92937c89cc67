import "server-only";
import { beginningOf } from "@/lib/domain/text/truncate";
import { pageInCode } from "@/lib/domain/steps/page-in-code";
import { ANSWER } from "@/lib/domain/task/report-action";
import type { Action } from "@/lib/domain/task/action";
import type { Step } from "@/lib/domain/task/step";
import type { Usage } from "@/lib/domain/task/usage";
import { imageKey } from "@/lib/server/upstream/contracts/image-key";
import { cutText } from "@/lib/server/upstream/cut-text";
import type { EventContent, ToolCall } from "./run-event";

/** The most actions of one step. */
export const MOST_ACTIONS = 200;
/** What a tool answers may be a whole page; so much of it is kept, in bytes. */
const LONGEST_RESULT = 8 * 1024;
const LONGEST_TITLE = 1024;
/** In UTF-16 units: further down in a program no page is looked for. */
const LONGEST_CODE = 64 * 1024;

/** A step, the address of the picture that it ended with, and the size of both in bytes of JSON. */
export type FoldedStep = { step: Step; picture: string | null; bytes: number };

/** A step that is still being told. Nothing in it is changed in place. */
export type OpenStep = {
  startedAt: number | null;
  reasoning: readonly string[];
  texts: readonly string[];
  actions: readonly Action[];
  picture: string | null;
  url: string;
  hasFailed: boolean;
};

/** A step that begins, epoch milliseconds. */
export function openStep(startedAt: number | null): OpenStep {
  return {
    startedAt,
    reasoning: [],
    texts: [],
    actions: [],
    picture: null,
    url: "",
    hasFailed: false,
  };
}

type Part = Extract<EventContent, { kind: "reasoning" | "text" | "error" | "tool" }>;

/** The step with one more part. */
export function addPart(open: OpenStep, part: Part): OpenStep {
  switch (part.kind) {
    case "tool": {
      const { call, picture } = part;
      return {
        ...open,
        actions: [...open.actions, toAction(call)],
        picture: picture ?? open.picture,
        url: pageOf(call) ?? open.url,
        // The agent answers an error with another call: the last one tells how the step went.
        hasFailed: call.error !== null,
      };
    }
    case "error":
      return {
        ...open,
        actions: [...open.actions, { name: "error", params: { message: cut(part.text) } }],
        hasFailed: true,
      };
    case "reasoning":
      return { ...open, reasoning: withText(open.reasoning, part.text) };
    case "text":
      return { ...open, texts: withText(open.texts, part.text) };
  }
}

/**
 * The step as it is shown, by its number; `finish` is `null` while its end is not told. Words of a step that is over and
 * did nothing are an answer, and no goal.
 */
export function toStep(
  open: OpenStep,
  number: number,
  isOver: boolean,
  finish: { at: number | null; usage: Usage | null } | null,
): Pick<FoldedStep, "step" | "picture"> {
  const { startedAt, picture } = open;
  const words = open.texts.join("\n\n");
  const isAnswer = isOver && words !== "" && open.actions.length === 0;
  const actions = isAnswer ? [{ name: ANSWER, params: { text: words } }] : open.actions;
  const endedAt = finish?.at ?? null;
  const lasted = startedAt === null || endedAt === null ? null : (endedAt - startedAt) / 1000;
  const usage = finish?.usage ?? null;
  const step: Step = {
    number,
    memory: open.reasoning.join("\n\n"),
    evaluation: "",
    // That a tool ran says nothing about whether it did what it was for.
    outcome: open.hasFailed ? "failure" : "unknown",
    nextGoal: isAnswer ? "" : words || firstTitle(actions),
    url: open.url,
    hasScreenshot: picture !== null,
    screenshotKey: picture === null ? null : imageKey(picture),
    actions,
    durationSeconds: lasted === null ? null : Math.max(0, lasted),
    isReported: true,
    cut: null,
    ...(usage === null ? {} : { usage }),
  };
  return { step, picture };
}

function withText(texts: readonly string[], text: string): readonly string[] {
  return text.trim() === "" ? texts : [...texts, text];
}

function toAction({ name, input, title, output, error }: ToolCall): Action {
  const told = input.description;
  const words = title.trim() !== "" ? title : typeof told === "string" ? told : "";
  return {
    name,
    params: input,
    ...(output.trim() === "" ? {} : { result: cut(output) }),
    ...(error === null ? {} : { error: cut(error) }),
    ...(words.trim() === "" ? {} : { title: cutText(words, LONGEST_TITLE).text }),
  };
}

function cut(text: string): string {
  return cutText(text, LONGEST_RESULT).text;
}

function firstTitle(actions: readonly Action[]): string {
  for (const action of actions) if ("title" in action) return action.title ?? "";
  return "";
}

/** The page that a call of the browser plainly opens. */
function pageOf({ name, input }: ToolCall): string | null {
  if (!name.startsWith("browser")) return null;
  const { url, code } = input;
  if (typeof url === "string" && /^https?:\/\//.test(url) && URL.canParse(url)) return url;
  return typeof code === "string" ? pageInCode(beginningOf(code, LONGEST_CODE)) : null;
}
