// @ts-check

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
  const who = crowd.holdSeconds > 0 ? crowdWords : `${crowdWords}, not held`;
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
  return [
    row("upstream calls per task and interval", "", (one) => one.callsPerTask, 1.05),
    row("answer, median", "ms", ({ load }) => load.p50),
    row("answer, p99", "ms", ({ load }) => load.p99, 250),
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
