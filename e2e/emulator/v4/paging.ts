import { detail, type Reply } from "../reply";

/** A page of a list behind a keyset cursor, or the answer to a query that makes no sense. */
type Page<Item> = { ok: true; items: Item[]; next: string | null } | { ok: false; reply: Reply };

type Order<Item> = {
  /** What tells one item from all others, and orders them. */
  keyOf: (item: Item) => string;
  isDescending: boolean;
  /** The size of a page where the query names none, and the largest that it may name. */
  usual: number;
  most: number;
};

const CURSOR = /^after (.*)$/s;

/** The page of a list that a query asks for by `limit` and `cursor`. */
export function pageOf<Item>(
  all: readonly Item[],
  query: URLSearchParams,
  { keyOf, isDescending, usual, most }: Order<Item>,
): Page<Item> {
  const limit = wholeNumber(query, "limit", usual);
  if (limit === null || limit < 1 || limit > most) return { ok: false, reply: outOfRange("limit") };
  const cursor = query.get("cursor");
  const key = cursor === null ? null : CURSOR.exec(decoded(cursor))?.[1];
  if (key === undefined) return { ok: false, reply: detail(400, "Malformed pagination cursor") };
  const isBefore = (a: string, b: string) => (isDescending ? a > b : a < b);
  const rest = all
    .filter((item) => key === null || isBefore(key, keyOf(item)))
    .sort((a, b) => (isBefore(keyOf(a), keyOf(b)) ? -1 : 1));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const isWhole = last === undefined || rest.length <= limit;
  return { ok: true, items, next: isWhole ? null : encoded(`after ${keyOf(last)}`) };
}

/** The order of runs and sessions: the newest first, by `createdAt` and id. */
export const NEWEST_FIRST = {
  keyOf: ({ createdAt, id }: { createdAt: string; id: string }) => `${createdAt} ${id}`,
  isDescending: true,
};

/** A whole number of a query; `null` for one that is none. */
export function wholeNumber(query: URLSearchParams, name: string, usual: number): number | null {
  const given = query.get(name);
  if (given === null) return usual;
  return /^-?\d{1,15}$/.test(given) ? Number(given) : null;
}

/** The answer to a number that cannot be. */
export function outOfRange(name: string): Reply {
  return detail(422, [
    { loc: ["query", name], msg: "Input should be a valid integer in range", type: "int_parsing" },
  ]);
}

function encoded(words: string): string {
  return Buffer.from(words).toString("base64url");
}

function decoded(cursor: string): string {
  return Buffer.from(cursor, "base64url").toString();
}
