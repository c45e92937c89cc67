// @ts-check

/**
 * A fault while it was under way and its traces lasted, epoch milliseconds; `to` is `Infinity` until it is mended.
 * @typedef {{ of: "upstream" | "redis", from: number, to: number }} FaultTime
 */

/**
 * One answer: its status, or 0 with the reason in `code` when none came; `code` of a problem document; when it was
 * asked for and when it came, epoch milliseconds; and the statuses that are right for what was asked.
 * @typedef {{ what: string, status: number, code: string, asked: number, answered: number, right: readonly number[] }} Answer
 */

/** What a server may tell of a fault, and of no other thing. A page has no code, and its status tells. */
const TELLS = {
  upstream: [
    "upstream-unavailable",
    "upstream-timeout",
    "upstream-invalid",
    "upstream-rate-limited",
  ],
  redis: ["share-unconfirmed", "share-list-unavailable", "not-signed-out"],
};

/**
 * What is wrong with an answer, in words that are the same for the same fault of ours; `null` when it is right, or a
 * fault that was under way explains it. Nothing explains an error of ours (500), or no answer.
 * @param {Answer} answer
 * @param {readonly FaultTime[]} faults
 * @returns {string | null}
 */
export function problemOfAnswer({ what, status, code, asked, answered, right }, faults) {
  if (right.includes(status)) return null;
  if (status === 0) return `${what}: no answer (${code})`;
  const under = faults.filter(({ from, to }) => from <= answered && asked <= to);
  const isExplained = under.some(({ of }) => TELLS[of].includes(code));
  return isExplained ? null : `${what}: ${String(status)} ${code}`.trimEnd();
}
