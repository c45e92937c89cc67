// @ts-check
import { INTERVAL_MS } from "./many-viewers.mjs";

/**
 * The rows of one crowd.
 * @param {string} workload
 * @param {import("./many-viewers.mjs").Crowd} crowd
 * @returns {import("../row.mjs").Row[]}
 */
export function crowdRows(workload, crowd) {
  const { product, baseline, tasks, viewers } = crowd;
  const words = `${viewers.toLocaleString("en-US")} ${viewers === 1 ? "viewer" : "viewers"}`;
  const crowdWords = tasks === 1 ? words : `${String(tasks)} tasks × ${words}`;
  const who = crowd.longPollSeconds > 0 ? crowdWords : `${crowdWords}, not held`;
  /**
   * @param {string} measure
   * @param {string} unit
   * @param {(measured: import("./many-viewers.mjs").Measured) => number | null} pick
   * @param {number} [atMost]
   * @returns {import("../row.mjs").Row}
   */
  const row = (measure, unit, pick, atMost) => ({
    workload,
    measure: `${who}: ${measure}`,
    unit,
    product: pick(product),
    baseline: pick(baseline),
    target:
      atMost === undefined
        ? null
        : { of: "product", atMost, words: `≤ ${String(atMost)}${unit === "" ? "" : ` ${unit}`}` },
  });
  const times =
    crowd.longPollSeconds > 0
      ? [
          // News cannot be polled from the cache: it is judged as what is seen of the upstream.
          row("from the news to the answer, median", "ms", ({ load }) => load.p50, INTERVAL_MS),
          row("from the news to the answer, p99", "ms", ({ load }) => load.p99, 2 * INTERVAL_MS),
        ]
      : [
          row("answer, median", "ms", ({ load }) => load.p50),
          row("answer, p99", "ms", ({ load }) => load.p99, 250),
        ];
  return [
    row("upstream calls per task and interval", "", (one) => one.callsPerTask, 1.05),
    ...times,
    row("server CPU per answer", "ms", (one) => one.cpuMsPerAnswer),
    row("failed answers", "", ({ load }) => load.errors, 0),
    row("answers per viewer and second", "", ({ load }) => answersPerSecond(load, tasks * viewers)),
    row("server memory, peak", "MB", ({ usage }) => usage.peakMegabytes, 512),
  ];
}

/**
 * @param {import("../load.mjs").LoadResult} load
 * @param {number} viewers
 */
function answersPerSecond(load, viewers) {
  return load.polls / viewers / ((load.to - load.from) / 1000);
}
