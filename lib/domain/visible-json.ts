import { showHidden } from "./hidden-characters";

/**
 * Data with the hidden characters of every text and every key spelt out, for a view that draws them itself; the same
 * object where there are none. Expects data of a depth that a recursive view can draw.
 */
export function visibleJson<T extends object>(data: T): T {
  // A text stays a text, a key a key: the shape of the data does not change.
  return visible(data) as T;
}

function visible(value: unknown): unknown {
  if (typeof value === "string") return showHidden(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    const shown = items.map(visible);
    return shown.every((item, index) => item === items[index]) ? value : shown;
  }
  const entries: [string, unknown][] = Object.entries(value);
  const shown = entries.map(([key, part]): [string, unknown] => [showHidden(key), visible(part)]);
  const isSame = shown.every(
    ([key, part], index) => key === entries[index]?.[0] && part === entries[index][1],
  );
  // `fromEntries` makes an own key of every name, `__proto__` too.
  return isSame ? value : Object.fromEntries(shown);
}
