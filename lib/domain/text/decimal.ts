const DECIMAL = /^([+-]?)(\d*)\.?(\d*)$/;

/** The exact sum of two decimal texts; `null` counts as nothing, and so does a text that is no decimal. */
export function addDecimals(a: string | null, b: string | null): string | null {
  const [left, right] = [readDecimal(a), readDecimal(b)];
  if (left === null) return right === null ? null : b;
  if (right === null) return a;
  const places = Math.max(left.places, right.places);
  const sum = scale(left, places) + scale(right, places);
  return writeDecimal(sum, places);
}

type Decimal = { digits: bigint; places: number };

/** Longer ones are no amounts, and would cost time. */
const LONGEST = 60;

function readDecimal(text: string | null): Decimal | null {
  if (text === null || text.length > LONGEST) return null;
  const [, sign = "", whole = "", part = ""] = DECIMAL.exec(text) ?? [];
  if (whole + part === "") return null;
  return { digits: BigInt(`${sign === "-" ? "-" : ""}${whole}${part}`), places: part.length };
}

function scale({ digits, places }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - places);
}

function writeDecimal(digits: bigint, places: number): string {
  const isNegative = digits < 0n;
  const text = String(isNegative ? -digits : digits).padStart(places + 1, "0");
  const [whole, part] = [text.slice(0, text.length - places), text.slice(text.length - places)];
  return `${isNegative ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}`;
}
