// @ts-check

/** @typedef {{ x: number, y: number }} Point */

/**
 * The straight line through points by least squares: its slope, and the standard error of that. `null` for less than
 * three points, which any noise puts on a line, and for points above one another.
 * @param {readonly Point[]} points
 * @returns {{ slope: number, standardError: number } | null}
 */
export function trendOf(points) {
  const { length } = points;
  if (length < 3) return null;
  const mean = (/** @type {readonly number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / length;
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const spread = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  if (spread === 0) return null;
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread;
  const missed = points.reduce((sum, point) => sum + (point.y - y - slope * (point.x - x)) ** 2, 0);
  return { slope, standardError: Math.sqrt(missed / (length - 2) / spread) };
}
