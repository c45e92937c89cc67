// @ts-check

/** An answer costs at most so many times what `JSON.parse` of it does. */
const MOST_TIMES_PARSE = 2.5;

/**
 * The rows of one case.
 * @param {import("./many-steps.mjs").ManySteps} found
 * @returns {import("../row.mjs").Row[]}
 */
export function manyStepsRows(found) {
  const { tasks, steps, load } = found;
  const who = `${tasks.toLocaleString("en-US")} tasks × ${steps.toLocaleString("en-US")} steps`;
  /**
   * @param {string} measure
   * @param {string} unit
   * @param {number | null} product
   * @param {import("../row.mjs").Target | null} target
   * @param {number | null} baseline
   */
  const row = (measure, unit, product, target = null, baseline = null) => ({
    workload: "h",
    measure: `${who}: ${measure}`,
    unit,
    product,
    baseline,
    target,
  });
  const isCrowd = tasks === 100;
  return [
    row(
      "server CPU per upstream answer, against JSON.parse of it",
      "ms",
      found.cpuMsPerAnswer,
      tasks === 20 && steps >= 300
        ? { of: "ratio", atMost: MOST_TIMES_PARSE, words: `≤ ${String(MOST_TIMES_PARSE)} ×` }
        : null,
      found.parseMsPerAnswer,
    ),
    ...(found.readMsPerAnswer === null
      ? []
      : [
          row(
            "the same, against a process that fetches and parses it",
            "ms",
            found.cpuMsPerAnswer,
            null,
            found.readMsPerAnswer,
          ),
        ]),
    row(
      "server CPU, of one core",
      "%",
      found.coreShare === null ? null : found.coreShare * 100,
      isCrowd ? { of: "product", atMost: 35, words: "≤ 35 %" } : null,
    ),
    row(
      "answer, p99",
      "ms",
      load.p99,
      isCrowd ? { of: "product", atMost: 100, words: "≤ 100 ms" } : null,
    ),
    row("failed answers", "", load.errors, { of: "product", atMost: 0, words: "≤ 0" }),
    row("upstream calls per task and interval", "", found.callsPerTask),
    row("server memory, peak", "MB", found.peakMegabytes),
  ];
}
