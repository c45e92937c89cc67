import "server-only";
import type { NoticeEvent } from "@/lib/contract/notice";

/** How a task stands, for somebody who is away. All of it is words of ours. */
export type Standing = {
  event: NoticeEvent;
  /** What repeats are merged by, such as `ended/failed`. */
  kind: string;
  /** Tells one need of a kind from the next; empty where that does not matter. */
  occasion: string;
  isFinal: boolean;
  /** Names the need that a message about this standing tells of, too; empty for none. */
  need: string;
};

/** What was told about a task, and what was seen of it since. Times are epoch milliseconds. */
export type Told = {
  /** How many messages there were. */
  count: number;
  /** How it stood in the last one. */
  last: Standing;
  /** How it stood when it was looked at last. */
  seen: Standing;
  /** How often that changed since the last message. */
  changes: number;
  /** When each kind was told last, as far as that is not long ago. */
  toldAt: Readonly<Record<string, number>>;
  /** When its end was told; `null` while it goes on. */
  endedAt: number | null;
};

const GOES_ON: Standing = {
  event: "back-to-normal",
  kind: "back-to-normal",
  occasion: "",
  isFinal: false,
  need: "",
};

/** Nothing was told yet: whatever is not a task that goes on is news. */
export const NOTHING_TOLD: Told = {
  count: 0,
  last: GOES_ON,
  seen: GOES_ON,
  changes: 0,
  toldAt: {},
  endedAt: null,
};

/** Whether to tell how a task stands, or why not, and what is remembered then. `changes`: unlike the last message, and one more each time. */
export type NoticeDecision =
  | { tell: true; changes: number; next: Told }
  | { tell: false; reason: "nothing-new" | "merged"; next: Told };

/**
 * Decides by what was told already. A kind of message goes out at once when it was not told within `windowMs`; what
 * repeats within it is merged into one message at its end, which says how often the task changed.
 */
export function decideNotice(
  told: Told,
  standing: Standing,
  now: number,
  windowMs: number,
): NoticeDecision {
  const isChange = !isSame(told.seen, standing);
  const noted = isChange ? { ...told, seen: standing, changes: told.changes + 1 } : told;
  if (noted.changes === 0) return { tell: false, reason: "nothing-new", next: noted };
  const toldAt = noted.toldAt[standing.kind];
  if (toldAt !== undefined && now < toldAt + windowMs) {
    return { tell: false, reason: "merged", next: noted };
  }
  const recent = Object.entries(noted.toldAt).filter(([, at]) => now < at + windowMs);
  const next = {
    count: noted.count + 1,
    last: standing,
    seen: standing,
    changes: 0,
    toldAt: { ...Object.fromEntries(recent), [standing.kind]: now },
    endedAt: standing.isFinal ? (noted.endedAt ?? now) : null,
  };
  return { tell: true, changes: noted.changes, next };
}

function isSame(a: Standing, b: Standing): boolean {
  return a.kind === b.kind && a.occasion === b.occasion;
}
