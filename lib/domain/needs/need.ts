/** What a run may wait for a person for. */
export const WAIT_REASONS = ["captcha", "code", "login", "payment", "consent"] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** Why a run needs a person. `consent` is an answer or a go-ahead of any kind. */
export type NeedReason =
  "paused" | WaitReason | "stuck" | "failed" | "disputed" | "limit" | "live-after-end";

/** `now`: it waits. `soon`: it costs and brings nothing. `look`: it is over, and somebody should know how. */
export type Severity = "now" | "soon" | "look";

/** That a run needs a person, and why. */
export type Need = {
  reason: NeedReason;
  severity: Severity;
  /** ISO 8601 with `Z`; `null` when nobody knows. */
  since: string | null;
  /** Where to look; `null` for the run as a whole. */
  step: number | null;
  /** It was read out of texts, which may be wrong. */
  isGuess: boolean;
  /** Names the occasion: it stays while the need does, and a new occasion has another one. */
  key: string;
};

/** What keys look like: a word of ours, and the step or the count of steps that the occasion began at. */
const KEY = /^(?:paused|captcha|code|login|payment|consent|stuck|end|live-after-end)(?:-\d{1,7})?$/;

/** True when a text is a key that a need may have. */
export function isNeedKey(text: string): boolean {
  return text.length <= 30 && KEY.test(text);
}

/** A need, if any, and whether somebody has marked it as seen. */
export type RankedNeed = { need: Need | null; isSeen: boolean };

const SEVERITIES: readonly Severity[] = ["now", "soon", "look"];

/**
 * Orders runs by how much they need somebody: what waits before what is over, the longest wait and the newest end
 * first; what somebody has seen after the others, and what needs nobody last.
 */
export function compareNeeds(a: RankedNeed, b: RankedNeed): number {
  return rankOf(a) - rankOf(b) || byTime(a.need, b.need);
}

function rankOf({ need, isSeen }: RankedNeed): number {
  if (need === null) return 2 * SEVERITIES.length;
  return SEVERITIES.indexOf(need.severity) + (isSeen ? SEVERITIES.length : 0);
}

function byTime(a: Need | null, b: Need | null): number {
  const [first, second] = [timeOf(a), timeOf(b)];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return a?.severity === "look" ? second - first : first - second;
}

function timeOf(need: Need | null): number | null {
  const time = Date.parse(need?.since ?? "");
  return Number.isNaN(time) ? null : time;
}

/**
 * Whether a need is among those that were marked as seen, by their keys. A list knows no steps: there, any occasion of
 * the same kind counts.
 */
export function isSeenNeed(need: Need, seenKeys: readonly string[]): boolean {
  return seenKeys.some((key) => key === need.key || key.startsWith(`${need.key}-`));
}
