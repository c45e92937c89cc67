import "server-only";

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(?:(Z)|([+-])(\d{2}):?(\d{2})?)?$/i;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(9999, 0, 1);
/** Above this a number counts milliseconds: as seconds it would lie past the year 5000. */
const LARGEST_SECONDS = 100_000_000_000;

/**
 * Reads a time of the upstream as ISO 8601 with `Z` and milliseconds. The vendor documents its times as
 * naive UTC, with microseconds; offsets, a space for the `T` and epoch seconds or milliseconds are read too.
 * Anything else, a day that does not exist and the year 1 are `null`.
 */
export function toUtcTime(value: unknown): string | null {
  const time =
    typeof value === "number"
      ? fromEpoch(value)
      : typeof value === "string"
        ? fromText(value)
        : null;
  if (time === null || !(time >= EARLIEST && time < LATEST)) return null;
  return new Date(time).toISOString();
}

function fromEpoch(value: number): number {
  return Math.abs(value) < LARGEST_SECONDS ? value * 1000 : value;
}

function fromText(text: string): number | null {
  const match = ISO.exec(text.trim());
  if (match === null) return null;
  const part = (index: number) => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [
    part(1),
    part(2),
    part(3),
    part(4),
    part(5),
    part(6),
  ];
  if (hour > 23 || minute > 59 || second > 60 || part(10) > 23 || part(11) > 59) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC turns 30 February into 1 March.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  const fraction = Math.floor(Number(`0.${match[7] ?? "0"}`) * 1000);
  const offset = (part(10) * 60 + part(11)) * (match[9] === "-" ? -60_000 : 60_000);
  return midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + fraction - offset;
}
