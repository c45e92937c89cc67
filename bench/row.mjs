// @ts-check

/**
 * A target: the number named by `of` must not exceed `atMost`.
 * @typedef {{ of: "product" | "ratio", atMost: number, words: string }} Target
 */

/**
 * One line of the table. `null` stands for what was not or cannot be measured.
 * @typedef {{
 *   workload: string,
 *   measure: string,
 *   unit: string,
 *   product: number | null,
 *   baseline: number | null,
 *   target: Target | null,
 * }} Row
 */

/**
 * Product by baseline; `null` where one of the two is missing or the baseline is nothing.
 * @param {Row} row
 * @returns {number | null}
 */
export function ratioOf({ product, baseline }) {
  return product === null || baseline === null || baseline === 0 ? null : product / baseline;
}

/**
 * Whether a row meets its target. A target whose number could not be measured is not met.
 * @param {Row} row
 * @returns {"met" | "missed" | "not measured" | "none"}
 */
export function verdictOf(row) {
  if (row.target === null) return "none";
  const value = row.target.of === "product" ? row.product : ratioOf(row);
  if (value === null) return "not measured";
  return value <= row.target.atMost ? "met" : "missed";
}
