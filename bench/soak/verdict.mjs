// @ts-check
import { trendOf } from "./trend.mjs";

/** Less than so many phases after the warm-up tell no trend. */
const FEWEST_PHASES = 4;
/** Standard errors by which a trend may be too steep by chance alone. */
const STANDARD_ERRORS = 2;
/** The product may have so many calls to the upstream under way, and keeps their connections for the next. */
const MOST_KEPT = 16;

/**
 * How much memory may come on top over the whole time that is judged, beyond what caches say they took: of the heap,
 * right after garbage was collected, what is remembered of tasks outside the caches (codes, times, marks, all bounded
 * by their number); of the whole process also pages that its allocators keep for the next picture.
 */
const MAY_GROW = { heapMb: 12, rssMb: 64 };

/**
 * How the product stands at the end of a phase, when everybody has left: minutes since the start, MB, open files, held
 * answers and connections. `connections` is `null` where they cannot be counted.
 * @typedef {{
 *   minute: number, heapMb: number, rssMb: number, cacheMb: number,
 *   files: number, watchers: number, connections: number | null,
 * }} Phase
 */

/**
 * How something grew over the phases that are judged, in MB: by the line through them, by chance, and what it may.
 * @typedef {{ of: "heapMb" | "rssMb", grew: number, chance: number, mayGrow: number }} Growth
 */

/**
 * The phases that count: the first quarter, and two at least, warm up.
 * @param {readonly Phase[]} phases
 */
export function judgedPhases(phases) {
  return phases.slice(Math.max(2, Math.floor(phases.length / 4)));
}

/**
 * How heap and process grew; nothing where there are too few phases to tell. A cache that fills is no leak: what it
 * says that it grew is allowed on top.
 * @param {readonly Phase[]} phases Those that are judged.
 * @returns {Growth[]}
 */
export function growthOf(phases) {
  const span = (phases.at(-1)?.minute ?? 0) - (phases[0]?.minute ?? 0);
  const trend = (/** @type {"heapMb" | "rssMb" | "cacheMb"} */ of) =>
    trendOf(phases.map((phase) => ({ x: phase.minute, y: phase[of] })));
  const caches = trend("cacheMb");
  if (phases.length < FEWEST_PHASES || caches === null) return [];
  return /** @type {const} */ (["heapMb", "rssMb"]).map((of) => {
    const { slope, standardError } = trend(of) ?? { slope: 0, standardError: 0 };
    return {
      of,
      grew: slope * span,
      chance: STANDARD_ERRORS * standardError * span,
      mayGrow: MAY_GROW[of] + Math.max(0, caches.slope * span),
    };
  });
}

/** @param {Growth} growth */
export function isLeak({ grew, chance, mayGrow }) {
  return grew - chance > mayGrow;
}

/**
 * Everything that the run is to fail for, in words; nothing when it passes. `problems` are faults of ours and how
 * often each was seen.
 * @param {readonly Phase[]} phases
 * @param {ReadonlyMap<string, number>} problems
 * @returns {string[]}
 */
export function failuresOf(phases, problems) {
  const judged = judgedPhases(phases);
  const leaks = growthOf(judged).filter(isLeak).map(leakWords);
  return [
    ...[...problems].map(([words, times]) => `${words} (${String(times)} ×)`),
    ...leaks,
    ...phases.flatMap(stuckWords),
    ...fileWords(judged),
  ];
}

/** @param {Growth} growth */
function leakWords({ of, grew, chance, mayGrow }) {
  const name = of === "heapMb" ? "the heap" : "the process's memory";
  const [mb, give, most] = [grew, chance, mayGrow].map((value) => value.toFixed(1));
  return `a leak: ${name} grew by ${String(mb)} MB, give or take ${String(give)}, and may by ${String(most)}`;
}

/** @param {Phase} phase */
function stuckWords({ minute, watchers, connections }) {
  const when = `when everybody had left (minute ${minute.toFixed(1)})`;
  return [
    ...(watchers > 0 ? [`stuck: ${String(watchers)} answers were held ${when}`] : []),
    ...((connections ?? 0) > 0
      ? [`stuck: ${String(connections)} connections were open ${when}`]
      : []),
  ];
}

/** @param {readonly Phase[]} phases */
function fileWords(phases) {
  const [first, last] = [phases[0], phases.at(-1)];
  if (first === undefined || last === undefined || last.files <= first.files + MOST_KEPT) return [];
  return [`stuck: ${String(first.files)} open files became ${String(last.files)}`];
}
