// @ts-check

/**
 * The value that `share` (0 to 1) of all values do not exceed, by nearest rank; `null` for no values.
 * @param {readonly number[]} values
 * @param {number} share
 * @returns {number | null}
 */
export function percentile(values, share) {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return sorted[rank - 1] ?? null;
}
