// @ts-check

/**
 * The rows of one number of instances.
 * @param {import("./cluster.mjs").Cluster} found
 * @returns {import("../row.mjs").Row[]}
 */
export function clusterRows({ instances, callsPerTask, coreShares, redis, load }) {
  const who = `${String(instances)} ${instances === 1 ? "instance" : "instances"}`;
  /**
   * @param {string} measure
   * @param {string} unit
   * @param {number | null} product
   * @param {import("../row.mjs").Target | null} target
   */
  const row = (measure, unit, product, target = null) => ({
    workload: "i",
    measure: `${who}: ${measure}`,
    unit,
    product,
    baseline: null,
    target,
  });
  const known = coreShares.filter((share) => share !== null);
  return [
    row("upstream calls per task and interval", "", callsPerTask, {
      of: "product",
      atMost: 1.05,
      words: "≤ 1.05",
    }),
    row("from the news to the answer, median", "ms", load.p50),
    row("from the news to the answer, p99", "ms", load.p99),
    row("failed answers", "", load.errors, { of: "product", atMost: 0, words: "≤ 0" }),
    row("answers per second", "", (load.polls * 1000) / (load.to - load.from)),
    row("busiest instance, of one core", "%", known.length === 0 ? null : Math.max(...known) * 100),
    row("Redis, of one core", "%", redis.coreShare * 100),
    row("Redis, commands per second", "", redis.commands),
    row("Redis, bytes per second", "KB", redis.bytes / 1000),
  ];
}
