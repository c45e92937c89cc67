import type { FactToken } from "./fact";

const CURRENCY_BEFORE =
  /(?:[$€£¥₹₩₽₺₴₪฿]|\b(?:USD|EUR|GBP|CHF|JPY|CNY|INR|KRW|AUD|CAD|SEK|NOK|DKK|PLN|CZK|BRL|R\$|US\$))\s?$/i;
const CURRENCY_BEHIND =
  /^\s?(?:[$€£¥₹₩₽₺₴₪฿]|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|KRW|AUD|CAD|SEK|NOK|DKK|PLN|CZK|BRL|euros?|dollars?|pounds?|yen|rubles?|Kč|zł|kr|руб|usd)(?![\p{L}])|元|円|원)/iu;
/** Digits, joined by signs that group them; a space joins three digits to those before. */
const NUMBERS = /\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*/g;
const SPACE = /[ \u00a0\u202f]/;
/** A number with so many digits says the same as its text. */
const LONGEST = 40;
/** The longest sign or word of a currency, and a space. */
const NEAR = 9;
const OTHER_DIGITS = /[٠-٩۰-۹०-९０-９]/g;
const ZEROS = ["٠", "۰", "०", "０"].map((zero) => zero.charCodeAt(0));

/** A text with the digits of other scripts as ASCII; every sign stays in its place. */
export function withPlainDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (sign) => {
    const code = sign.charCodeAt(0);
    const zero = ZEROS.findLast((first) => first <= code) ?? code;
    return String(code - zero);
  });
}

/** The numbers and amounts of money in a text with plain digits, in order. */
export function readNumbers(text: string): FactToken[] {
  const tokens: FactToken[] = [];
  for (const match of text.matchAll(NUMBERS)) {
    for (const { from, to } of apart(match[0], match.index)) {
      const token = tokenAt(text, from, to);
      if (token !== null) tokens.push(token);
    }
  }
  return tokens;
}

/** What the numbers in a text with plain digits may stand for: as `readNumbers` has it, without their currencies. */
export function numberKeysIn(text: string): Set<string> {
  const keys = new Set<string>();
  const read = new Set<string>();
  for (const match of text.matchAll(NUMBERS)) {
    for (const { from, to } of apart(match[0], match.index)) {
      const written = text.slice(from, to);
      if (to - from > LONGEST || read.has(written) || isInWord(text, from)) continue;
      read.add(written);
      for (const key of numberKeys(written)) keys.add(key);
    }
  }
  return keys;
}

/** Every value that digits with grouping signs may stand for: `1.299` may be 1299, and a little more than one. */
export function numberKeys(written: string): readonly string[] {
  const text = written.replace(/[ \u00a0\u202f'’]/g, "");
  const [first = "", ...groups] = text.split(/[.,]/);
  const signs = text.replace(/\d/g, "");
  const last = groups.at(-1);
  if (last === undefined) return [plain(first, "")];
  const isAlike = signs === signs.charAt(0).repeat(signs.length);
  const areGroups = groups.every(({ length }) => length === 2 || length === 3);
  const whole = first + groups.join("");
  const asDecimal = plain(first + groups.slice(0, -1).join(""), last);
  const isGrouped = isAlike && last.length === 3 && areGroups && first.length <= 3;
  // One sign may part thousands or what is behind the point; two of a kind part thousands.
  if (signs.length === 1) return isGrouped ? [plain(whole, ""), asDecimal] : [asDecimal];
  if (isAlike) return isGrouped ? [plain(whole, "")] : [`v${text}`];
  const isOneDecimal = signs.slice(0, -1) === signs.charAt(0).repeat(signs.length - 1);
  return isOneDecimal ? [asDecimal] : [`v${text}`];
}

function plain(whole: string, part: string): string {
  const [left, right] = [whole.replace(/^0+(?=\d)/, ""), part.replace(/0+$/, "")];
  return `n${left}${right === "" ? "" : `.${right}`}`;
}

/** Digits joined by a space are one number only where they are groups of three. */
function apart(written: string, from: number): { from: number; to: number }[] {
  if (!SPACE.test(written)) return [{ from, to: from + written.length }];
  const parts = written.split(SPACE);
  const [first = ""] = parts;
  const areGroups =
    /^\d{1,3}$/.test(first) && parts.slice(1, -1).every((one) => /^\d{3}$/.test(one));
  const isOne = areGroups && /^\d{3}(?:[.,]\d+)?$/.test(parts.at(-1) ?? "");
  if (isOne) return [{ from, to: from + written.length }];
  let at = from;
  return parts.map((part) => {
    const place = { from: at, to: at + part.length };
    at += part.length + 1;
    return place;
  });
}

function tokenAt(text: string, from: number, to: number): FactToken | null {
  if (to - from > LONGEST) return null;
  if (isInWord(text, from)) return null;
  const before = CURRENCY_BEFORE.exec(text.slice(Math.max(0, from - NEAR), from));
  const behind = CURRENCY_BEHIND.exec(text.slice(to, to + NEAR));
  const keys = numberKeys(text.slice(from, to));
  if (before === null && behind === null) {
    const isPercent = /^\s?%/.test(text.slice(to, to + 2));
    const end = isPercent ? text.indexOf("%", to) + 1 : to;
    return { kind: "number", text: text.slice(from, end), keys, from, to: end };
  }
  const [start, end] = [from - (before?.[0].length ?? 0), to + (behind?.[0].length ?? 0)];
  return { kind: "price", text: text.slice(start, end), keys, from: start, to: end };
}

/** Within a word, digits are a part of a name; the letters of a currency are no such word. */
function isInWord(text: string, from: number): boolean {
  if (!/[\p{L}_-]/u.test(text.charAt(from - 1))) return false;
  return !CURRENCY_BEFORE.test(text.slice(Math.max(0, from - NEAR), from));
}
