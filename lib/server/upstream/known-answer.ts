import "server-only";
import type { ReadStep } from "./contracts/read-steps";
import type { Head } from "./read-head";

/** An answer as it was read: the next one is read by what is new in it. */
export type AnswerSource = {
  frame: Frame;
  head: Head;
  found: FoundSteps;
  /** What it takes in memory, in bytes. */
  bytes: number;
  /** It has Latin letters only, of which V8 holds each in one byte, and not in two. */
  isLatin: boolean;
};

/** The text of an answer without its steps, and its value, with exact metadata. */
export type Frame = { text: string; body: unknown };

/** A member of the list of steps as it was read, and what of its text is an address that is signed anew each time. */
export type FoundStep = ReadStep & { signed: SignedPart | null };

/** Where the address stands in the text of a step: where it begins, where its query does, and how much comes after both. */
export type SignedPart = { addressFrom: number; queryFrom: number; tailLength: number };

/** The steps of an answer, and where each begins and ends in the answer's text. */
export type FoundSteps = {
  text: string;
  steps: readonly FoundStep[];
  starts: readonly number[];
  ends: readonly number[];
};
