// @ts-check

/** The emulator remembers this many requests and no more. */
const LOG_LENGTH = 5000;

/**
 * One request as the emulator's log has it; `at` is ISO 8601.
 * @typedef {{ path: string, at: string }} LoggedRequest
 */

/**
 * Calls for tasks per polling interval, within a window of time (epoch milliseconds). Where the log is full,
 * the window begins with its oldest entry.
 * @param {readonly LoggedRequest[]} log
 * @param {{ from: number, to: number }} window
 * @param {number} intervalMs
 */
export function callsPerInterval(log, window, intervalMs) {
  const isFull = log.length >= LOG_LENGTH;
  const oldest = Date.parse(log[0]?.at ?? "");
  const from = isFull ? Math.max(window.from, oldest) : window.from;
  const calls = log.filter(({ path, at }) => {
    const time = Date.parse(at);
    return /^\/api\/v[24]\//.test(path) && time >= from && time < window.to;
  });
  return window.to > from ? (calls.length * intervalMs) / (window.to - from) : 0;
}
