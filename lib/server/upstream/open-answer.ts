import "server-only";
import { endOfValue, skipSpace, walkItems, walkMembers } from "@/lib/domain/text/json-places";
import { exactMetadata } from "./contracts/exact-metadata";
import { MOST_STEPS, ReadSteps, readSteps } from "./contracts/read-steps";
import { cutStep } from "./cut-task";
import { addressIn, endIfSame, readFoundStep } from "./found-steps";
import type { FoundStep, FoundSteps, Frame } from "./known-answer";
import { parseJson } from "./parse-json";

/** An answer for a task: its steps, and what else it says. */
export type OpenAnswer = {
  /** What it says beside its steps, in the same words as long as it is the same. */
  frame: Frame;
  steps: ReadSteps;
  /** Where its steps stand; `null` where they cannot be told apart. */
  found: FoundSteps | null;
};

/** How far from its old place a step is looked for: so many before it may come or go in one answer. */
const MOST_SHIFT = 8;

/**
 * Reads the text of an answer for a task. A step that stands there as in the answer `before`, or has only its address
 * signed anew, is not read again. Throws `UpstreamError` where the text is no JSON, or nests too deep.
 */
export function openAnswer(
  text: string,
  before: { frame: Frame; found: FoundSteps } | null,
): OpenAnswer {
  const split = splitAnswer(text, before?.found ?? null);
  if (split === null) return openPlainly(text);
  const { frame, found } = split;
  return {
    frame: before?.frame.text === frame ? before.frame : openFrame(frame),
    steps: new ReadSteps(found.steps, (index) => addressIn(found, index)),
    found,
  };
}

/** An answer whose steps cannot be told apart in its text, because they are no list, too many, or there twice. */
function openPlainly(text: string): OpenAnswer {
  const frame = openFrame(text);
  const { body } = frame;
  const steps: unknown = isObject(body) ? Reflect.get(body, "steps") : null;
  return { frame, steps: readSteps(steps, cutStep), found: null };
}

/** Parses what an answer says; metadata as it is spelt there. */
export function openFrame(text: string): Frame {
  const body = parseJson(text);
  if (!isObject(body) || !Object.hasOwn(body, "metadata")) return { text, body };
  return { text, body: { ...body, metadata: exactMetadata(text, Reflect.get(body, "metadata")) } };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function splitAnswer(
  text: string,
  before: FoundSteps | null,
): { frame: string; found: FoundSteps } | null {
  const lists: { from: number; to: number }[] = [];
  const steps: FoundStep[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let expected = 0;
  const endOfStep = (start: number, index: number): number | null => {
    if (index >= MOST_STEPS) return null;
    const known = before === null ? null : findSame(text, start, before, expected);
    const end = known?.end ?? endOfValue(text, start);
    steps.push(known?.step ?? readFoundStep(text.slice(start, end)));
    starts.push(start);
    ends.push(end);
    expected = (known?.index ?? expected) + 1;
    return end;
  };
  const end = walkMembers(text, skipSpace(text, 0), (key, at) => {
    // An escape may spell the same name in another way.
    if (key.includes("\\")) return null;
    if (key !== '"steps"') return endOfValue(text, at);
    if (lists.length > 0) return null;
    const to = walkItems(text, at, endOfStep);
    if (to !== null) lists.push({ from: at + 1, to: to - 1 });
    return to;
  });
  const [list] = lists;
  if (end === null || list === undefined) return null;
  const frame = text.slice(0, list.from) + text.slice(list.to);
  return { frame, found: { text, steps, starts, ends } };
}

/** The known step that stands at `start`: most often the one that followed the last, else one near it. */
function findSame(text: string, start: number, known: FoundSteps, expected: number) {
  for (let shift = 0; shift <= MOST_SHIFT; shift += 1) {
    for (const index of shift === 0 ? [expected] : [expected + shift, expected - shift]) {
      const end = endIfSame(text, start, known, index);
      const step = known.steps[index];
      if (end !== null && step !== undefined) return { step, index, end };
    }
  }
  return null;
}
