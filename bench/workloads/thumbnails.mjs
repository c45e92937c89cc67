// @ts-check
import { percentile } from "../percentile.mjs";
import { startProduct } from "../servers.mjs";

/** Finished runs of several kinds, so that the pictures differ. */
const SCENARIOS = [
  "success-6",
  "failed-evaluations",
  "loop",
  "judge-disagrees",
  "chinese",
  "arabic",
];
/** The timeline's widths, for usual and for dense displays. */
const WIDTHS = [160, 320];

/**
 * Workload f: thumbnails against the screenshots they are made of, and how long a new one takes.
 * @param {import("../workload.mjs").Bench} bench
 * @returns {Promise<import("../workload.mjs").Findings>}
 */
export async function fetchThumbnails({ emulator, control, isQuick }) {
  const product = await startProduct(emulator, 1000);
  try {
    /** @type {Record<number | "original", { bytes: number[], ms: number[] }>} */
    const seen = { 160: empty(), 320: empty(), original: empty() };
    for (const scenario of isQuick ? SCENARIOS.slice(0, 2) : SCENARIOS) {
      const taskId = await control.createTask({ scenario });
      const task = `${product.origin}/api/tasks/${taskId}`;
      const { steps } = await (await fetch(task)).json();
      for (const { number, hasScreenshot } of steps) {
        if (!hasScreenshot) continue;
        const screenshot = `${task}/steps/${String(number)}/screenshot`;
        for (const width of WIDTHS) await note(seen[width], `${screenshot}?w=${String(width)}`);
        await note(seen.original, screenshot);
      }
    }
    return { rows: toRows(seen), figures: { pictures: seen.original.bytes.length, ...sums(seen) } };
  } finally {
    await product.stop();
  }
}

/** @returns {{ bytes: number[], ms: number[] }} */
const empty = () => ({ bytes: [], ms: [] });

/**
 * @param {{ bytes: number[], ms: number[] } | undefined} into
 * @param {string} url
 */
async function note(into, url) {
  const started = performance.now();
  const answer = await fetch(url);
  const body = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`A screenshot answered ${String(answer.status)}.`);
  into?.bytes.push(body.byteLength);
  into?.ms.push(performance.now() - started);
}

/** @param {Record<string, { bytes: number[], ms: number[] }>} seen */
function sums(seen) {
  return Object.fromEntries(
    Object.entries(seen).map(([name, { bytes, ms }]) => [
      name,
      {
        bytes: sum(bytes),
        firstMs: ms[0] ?? null,
        medianMs: percentile(ms, 0.5),
        p95Ms: percentile(ms, 0.95),
      },
    ]),
  );
}

/**
 * @param {Record<string | number, { bytes: number[], ms: number[] }>} seen
 * @returns {import("../row.mjs").Row[]}
 */
function toRows(seen) {
  const original = sum(seen["original"]?.bytes ?? []) / 1024;
  const cold = seen[160]?.ms ?? [];
  /** @type {import("../row.mjs").Row[]} */
  const rows = WIDTHS.map((width) => ({
    workload: "f",
    measure: `thumbnails ${String(width)} px wide, against originals`,
    unit: "KB",
    product: sum(seen[width]?.bytes ?? []) / 1024,
    baseline: original,
    target: { of: "ratio", atMost: 0.1, words: "≤ 10 %" },
  }));
  /** @type {[string, number | null][]} */
  const times = [
    ["the very first thumbnail of a cold server", cold[0] ?? null],
    ["a new thumbnail, median", percentile(cold, 0.5)],
    ["a new thumbnail, p95", percentile(cold, 0.95)],
  ];
  for (const [measure, product] of times) {
    rows.push({ workload: "f", measure, unit: "ms", product, baseline: null, target: null });
  }
  return rows;
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
