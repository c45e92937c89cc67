import "server-only";
import { endOfValue, walkMembers } from "@/lib/domain/text/json-places";
import { LONGEST_WORD } from "./contracts/wire-fields";
import { readStep } from "./contracts/read-steps";
import { cutStep } from "./cut-task";
import type { FoundStep, FoundSteps, SignedPart } from "./known-answer";
import { DEEPEST_BODY, parseJson } from "./parse-json";

/** A list in an object: so deep stands a step in its answer. */
const DEPTH_OF_STEP = 2;

/** Reads the text of one member of the list of steps. Throws `UpstreamError`. */
export function readFoundStep(text: string): FoundStep {
  const read = readStep(parseJson(text, DEEPEST_BODY - DEPTH_OF_STEP), cutStep);
  const address = read.content?.screenshotUrl ?? null;
  const signed = address === null ? null : signedPart(text, address);
  if (signed === null || read.content === null) return { ...read, signed: null };
  // It is in the text of the answer, which is kept.
  return { ...read, content: { ...read.content, screenshotUrl: null }, signed };
}

/** `null` where the address is not spelt as it is read, or has no query: then it is a text like any other. */
function signedPart(text: string, address: string): SignedPart | null {
  const query = address.search(/[?#]/);
  if (query === -1) return null;
  const found: { from: number; to: number }[] = [];
  const end = walkMembers(text, 0, (key, at) => {
    // An escape may spell the same name in another way.
    if (key.includes("\\")) return null;
    const valueEnd = endOfValue(text, at);
    if (key === '"screenshotUrl"') found.push({ from: at + 1, to: valueEnd - 1 });
    return valueEnd;
  });
  const [only] = found;
  if (end === null || only === undefined || found.length > 1) return null;
  if (text.slice(only.from, only.to) !== address) return null;
  return {
    addressFrom: only.from,
    queryFrom: only.from + query + 1,
    tailLength: text.length - only.to,
  };
}

/** What may stand in a JSON string as it is. */
const PLAIN = /^[^"\\\u0000-\u001f]*$/;

/**
 * Where the member of an answer that begins at `start` ends, if it is the known one at `index`, or differs from it in
 * what is signed anew alone; else `null`.
 */
export function endIfSame(
  text: string,
  start: number,
  known: FoundSteps,
  index: number,
): number | null {
  const [step, from, to] = [known.steps[index], known.starts[index], known.ends[index]];
  // Of what is no object an end is not to be seen: 5 begins 53.
  if (step === undefined || from === undefined || to === undefined || step.content === null)
    return null;
  const { signed } = step;
  const sameLength = signed === null ? to - from : signed.queryFrom;
  if (text.slice(start, start + sameLength) !== known.text.slice(from, from + sameLength))
    return null;
  if (signed === null) return start + sameLength;
  const queryEnd = text.indexOf('"', start + sameLength);
  const end = queryEnd + signed.tailLength;
  if (queryEnd === -1 || queryEnd - start - signed.addressFrom > LONGEST_WORD) return null;
  if (text.slice(queryEnd, end) !== known.text.slice(to - signed.tailLength, to)) return null;
  return PLAIN.test(text.slice(start + sameLength, queryEnd)) ? end : null;
}

/** The presigned address of the screenshot of a step, as its answer has it. */
export function addressIn(found: FoundSteps, index: number): string | null {
  const [step, start, end] = [found.steps[index], found.starts[index], found.ends[index]];
  if (step === undefined || start === undefined || end === undefined) return null;
  const { signed, content } = step;
  if (signed === null) return content?.screenshotUrl ?? null;
  return found.text.slice(start + signed.addressFrom, end - signed.tailLength);
}
