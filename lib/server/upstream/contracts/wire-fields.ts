import "server-only";
import { z } from "zod";
import type { JsonObject } from "@/lib/domain/text/json";
import { replaceLoneSurrogates, replaceLoneSurrogatesIn } from "@/lib/domain/text/lone-surrogates";
import { cutText, jsonSize } from "@/lib/server/upstream/cut-text";
import { toUtcTime } from "./utc-time";

/*
 * Fields as both wire contracts carry them. Each tolerates whatever comes: a bad value reads as an absent
 * one, so that no single field can lose the page.
 */

const MOST_FILES = 10_000;
const MOST_ACTIONS = 200;
/** The longest word or address, in UTF-16 units. */
export const LONGEST_WORD = 16 * 1024;
const LONGEST_NAME = 1024;
const LARGEST_METADATA = 64 * 1024;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** A text; anything else is empty. Halves of characters are replaced: no answer of ours could carry them. */
export const textField = z.string().catch("").transform(replaceLoneSurrogates);

/** A text that may be absent; an empty text stays an empty text. */
export const optionalTextField = z
  .string()
  .nullable()
  .catch(null)
  .transform((text) => (text === null ? null : replaceLoneSurrogates(text)));

/** What came out of a task: a text, or what was asked for in another form, as its JSON. */
export const outputField = z.preprocess(
  (value) =>
    typeof value === "string" || value === null || value === undefined
      ? value
      : JSON.stringify(value),
  optionalTextField,
);

/** What the judge wrote: JSON as text, or the object itself. */
export const judgementField = z.preprocess(
  (value) => (typeof value === "object" && value !== null ? JSON.stringify(value) : value),
  optionalTextField,
);

const MOST_SUGGESTIONS = 50;
const LONGEST_SUGGESTION = 4096;

/**
 * Suggestions: a list of texts, or one; `null` when nobody said. An object, whose fields no document names, is told as
 * its JSON; anything else is left out.
 */
export const suggestionsField = z
  .unknown()
  .optional()
  .transform((value): string[] | null => {
    if (typeof value !== "string" && !Array.isArray(value)) return null;
    const members: unknown[] = typeof value === "string" ? [value] : value;
    return members
      .slice(0, MOST_SUGGESTIONS)
      .map((member) =>
        typeof member === "object" && member !== null ? JSON.stringify(member) : member,
      )
      .filter((member) => typeof member === "string")
      .filter((text) => text.trim() !== "")
      .map((text) => cutText(replaceLoneSurrogates(text), LONGEST_SUGGESTION).text);
  });

/** A word or an address that may be absent; empty, or longer than any, means absent. */
export const wordField = z
  .string()
  .min(1)
  .max(LONGEST_WORD)
  .nullable()
  .catch(null)
  .transform((word) => (word === null ? null : replaceLoneSurrogates(word)));

/** A yes, a no, or nobody said. */
export const claimField = z.boolean().nullable().catch(null);

/** A time as ISO 8601 with `Z`, or `null`. */
export const timeField = z.unknown().optional().transform(toUtcTime);

/** An amount as decimal text, or `null`. Some parts of the service write it as a number. */
export const costField = z.preprocess(
  (value) => (typeof value === "number" && value >= 0 ? plainNumber(value) : value),
  z.string().max(100).regex(DECIMAL).nullable().catch(null),
);

function plainNumber(value: number): string {
  return value < 1e-6 ? value.toFixed(12).replace(/\.?0+$/, "") : String(value);
}

/** The status word as it came; a number or a boolean as its text, anything else empty. */
export const statusField = z
  .union([z.string(), z.number(), z.boolean()])
  .catch("")
  .transform((value) => cutText(replaceLoneSurrogates(String(value)), 200).text);

/** What the person who made the task attached to it; where that is too large to be polled, nothing but its size in bytes. */
export const metadataField = z
  .record(z.string(), z.json())
  .catch({})
  .transform((value): { value: JsonObject; cut: { metadata: number } | null } => {
    const bytes = jsonSize(value);
    return bytes > LARGEST_METADATA
      ? { value: {}, cut: { metadata: bytes } }
      : { value: replaceLoneSurrogatesIn(value), cut: null };
  });

const fileField = z
  .object({ id: z.string().min(1).max(LONGEST_WORD), fileName: textField })
  .nullable()
  .catch(null);

/** Files with an id, each id once. */
export const filesField = listOf(fileField, MOST_FILES).transform((files) => [
  ...new Map(
    files.map((file) => [
      file.id,
      { id: file.id, name: cutText(file.fileName, LONGEST_NAME).text },
    ]),
  ).values(),
]);

const actionField = z
  .unknown()
  .transform((value) =>
    typeof value === "string" ? replaceLoneSurrogates(value) : JSON.stringify(value),
  );

const stepNumberField = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,7}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(0).max(1_000_000))
  .nullable()
  .catch(null);

/** One step; `null` for what is not an object. */
export const stepField = z
  .object({
    number: stepNumberField,
    memory: textField,
    evaluationPreviousGoal: textField,
    nextGoal: textField,
    url: textField,
    screenshotUrl: wordField,
    actions: listOf(actionField, MOST_ACTIONS),
    duration: z.number().min(0).nullable().catch(null),
  })
  .nullable()
  .catch(null);

/** One step as it came. `number` is `null` where it is not a step number. */
export type WireStep = NonNullable<z.infer<typeof stepField>>;

/** A list cut to length before its members are looked at, without the members that read as nothing. */
function listOf<T>(member: z.ZodType<T>, most: number) {
  return z
    .unknown()
    .optional()
    .transform((value) => {
      const members: unknown[] = Array.isArray(value) ? value : [];
      return members.slice(0, most);
    })
    .pipe(z.array(member))
    .transform((members): NonNullable<T>[] => present(members));
}

function present<T>(members: readonly T[]): NonNullable<T>[] {
  const there: NonNullable<T>[] = [];
  for (const member of members) {
    if (member !== null && member !== undefined) there.push(member);
  }
  return there;
}
