const WHOLE_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Returns the lower-case id when the whole text is one UUID, otherwise `null`. Expects decoded text. */
export function parseTaskId(text: string): string | null {
  return WHOLE_UUID.test(text) ? text.toLowerCase() : null;
}

/** Reads a task id from a path segment that may still be percent-encoded; `null` when it is none. */
export function decodeTaskId(segment: string): string | null {
  try {
    return parseTaskId(decodeURIComponent(segment));
  } catch {
    return null;
  }
}
