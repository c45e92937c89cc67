import "server-only";

/** About how many characters a JSON value has as text, without making that text. */
export function jsonSize(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 6;
  let size = 2;
  for (const [key, part] of Object.entries(value)) size += key.length + 4 + jsonSize(part);
  return size;
}
