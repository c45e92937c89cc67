// @ts-check

/**
 * How long and how much a connection may keep the server busy with nothing.
 * @typedef {object} ConnectionLimits
 * @property {number} requestMs From the first byte of a request to its last.
 * @property {number} stalledMs A reader that takes nothing of its answer.
 * @property {number} crowdedMs The same, while more is unsent altogether than `unsentBytes`.
 * @property {number} unsentBytes
 */

/**
 * What a reader takes is seen only when the kernel has room for more, on a fast line in steps of 1.5 MB: so a reader
 * of 25 KB a second is never taken for one who stopped.
 * @type {Readonly<ConnectionLimits>}
 */
export const LIMITS = {
  requestMs: 15_000,
  stalledMs: 60_000,
  crowdedMs: 15_000,
  unsentBytes: 128 * 2 ** 20,
};

/**
 * What is known of a connection: since when a request of it is under way, and what of its answers is unsent, of which
 * something was last taken at `progressAt`. Times in milliseconds.
 * @typedef {{ requestSince: number | null, unsentBytes: number, progressAt: number }} ConnectionFacts
 */

/**
 * Decides which connections end now, and why. While too much is unsent, those go that took nothing for the longest
 * time, until the rest is little enough; whoever goes on reading stays, however slowly.
 * @template {ConnectionFacts} T
 * @param {readonly T[]} connections
 * @param {number} now
 * @param {Readonly<ConnectionLimits>} limits
 * @returns {{ connection: T, reason: "late-request" | "stalled" | "crowded" }[]}
 */
export function connectionsToEnd(connections, now, limits) {
  let unsent = 0;
  for (const { unsentBytes } of connections) unsent += unsentBytes;
  const longestFirst = [...connections].sort((a, b) => a.progressAt - b.progressAt);
  return longestFirst.flatMap((connection) => {
    const { requestSince, unsentBytes, progressAt } = connection;
    const reason =
      requestSince !== null && now - requestSince > limits.requestMs
        ? "late-request"
        : unsentBytes === 0
          ? null
          : now - progressAt > limits.stalledMs
            ? "stalled"
            : unsent > limits.unsentBytes && now - progressAt > limits.crowdedMs
              ? "crowded"
              : null;
    if (reason === null) return [];
    unsent -= unsentBytes;
    return [{ connection, reason }];
  });
}
