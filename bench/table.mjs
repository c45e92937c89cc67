// @ts-check
import { ratioOf, verdictOf } from "./row.mjs";

const HEAD = ["", "measure", "product", "baseline", "ratio", "target", ""];

/**
 * The rows as one text table, columns aligned, numbers to the right.
 * @param {readonly import("./row.mjs").Row[]} rows
 */
export function toTable(rows) {
  const lines = [HEAD, ...rows.map(toCells)];
  const widths = HEAD.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines.map((cells) => toLine(cells, widths)).join("\n");
}

/**
 * @param {import("./row.mjs").Row} row
 * @param {number} index
 * @param {readonly import("./row.mjs").Row[]} rows
 */
function toCells(row, index, rows) {
  const ratio = ratioOf(row);
  const verdict = verdictOf(row);
  return [
    rows[index - 1]?.workload === row.workload ? "" : row.workload,
    row.measure,
    withUnit(row.product, row.unit),
    withUnit(row.baseline, row.unit),
    ratio === null ? "" : formatNumber(ratio),
    row.target?.words ?? "",
    verdict === "none" ? "" : verdict,
  ];
}

/**
 * @param {readonly string[]} cells
 * @param {readonly number[]} widths
 */
function toLine(cells, widths) {
  return cells
    .map((text, column) => {
      const isNumber = column >= 2 && column <= 4;
      const width = widths[column] ?? 0;
      return isNumber ? text.padStart(width) : text.padEnd(width);
    })
    .join("  ")
    .trimEnd();
}

/**
 * @param {number | null} value
 * @param {string} unit
 */
function withUnit(value, unit) {
  if (value === null) return "–";
  return unit === "" ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/**
 * Three digits of a small number, whole ones of a large one.
 * @param {number} value
 */
export function formatNumber(value) {
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(1);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}
