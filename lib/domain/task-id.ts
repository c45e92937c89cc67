const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const WHOLE_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const BARE_HEX = /^[0-9a-f]{32}$/i;
const LONGEST_PASTE = 1_000_000;

/** Returns the lower-case id when the whole text is one UUID, otherwise `null`. Expects decoded text. */
export function parseTaskId(text: string): string | null {
  return WHOLE_UUID.test(text) ? text.toLowerCase() : null;
}

/** What a pasted text contains. */
export type FoundTaskId =
  { id: string; step: number | null } | { id: null; reason: "empty" | "no-id" | "too-long" };

/**
 * Finds the task id in whatever was pasted: a bare id, one in braces or without dashes, a link, a log line,
 * or an API answer. A link of ours to a step keeps its step. Where several ids stand, the one that follows
 * the word "task" wins (an API answer names its session too), else the first.
 */
export function findTaskId(pasted: string): FoundTaskId {
  if (pasted.length > LONGEST_PASTE) return { id: null, reason: "too-long" };
  const text = pasted.trim();
  if (text === "") return { id: null, reason: "empty" };
  const bare = text.replace(/^[{("'<\s]+|[})"'>\s]+$/g, "");
  if (BARE_HEX.test(bare)) return { id: withDashes(bare), step: null };
  const matches = [...text.matchAll(UUID)].filter((match) => standsAlone(text, match));
  const best =
    matches.find((match) => follows(text, match, "task")) ??
    matches.find((match) => !follows(text, match, "session")) ??
    matches[0];
  if (best === undefined) return { id: null, reason: "no-id" };
  return { id: best[0].toLowerCase(), step: stepAfter(text, best) };
}

function withDashes(hex: string): string {
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ];
  return parts.join("-").toLowerCase();
}

function standsAlone(text: string, match: RegExpExecArray): boolean {
  const before = text[match.index - 1] ?? " ";
  const after = text[match.index + match[0].length] ?? " ";
  return !/[0-9a-z]/i.test(before) && !/[0-9a-z]/i.test(after);
}

function follows(text: string, match: RegExpExecArray, word: string): boolean {
  const before = text.slice(Math.max(0, match.index - 24), match.index).toLowerCase();
  return new RegExp(`${word}s?(?:[_-]?id)?["'\`]?[\\s:=/]*["'\`]?$`).test(before);
}

function stepAfter(text: string, match: RegExpExecArray): number | null {
  const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 200);
  const step = /^\/?\?(?:[^\s#]*&)?step=(\d{1,6})\b/.exec(rest)?.[1];
  return step === undefined ? null : Number(step);
}

/** Reads a task id from a path segment that may still be percent-encoded; `null` when it is none. */
export function decodeTaskId(segment: string): string | null {
  try {
    return parseTaskId(decodeURIComponent(segment));
  } catch {
    return null;
  }
}
