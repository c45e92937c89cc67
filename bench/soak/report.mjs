// @ts-check
import { failuresOf, growthOf, isLeak, judgedPhases } from "./verdict.mjs";

const COLUMNS = /** @type {const} */ ([
  ["minute", "minute"],
  ["heap MB", "heapMb"],
  ["process MB", "rssMb"],
  ["caches MB", "cacheMb"],
  ["files", "files"],
  ["held", "watchers"],
  ["connections", "connections"],
]);

/**
 * The summary of a run, and whether it passed.
 * @param {readonly import("./verdict.mjs").Phase[]} phases
 * @param {Pick<import("./journal.mjs").Journal, "problems" | "counts">} journal
 */
export function report(phases, { problems, counts }) {
  const judged = judgedPhases(phases);
  const failures = failuresOf(phases, problems);
  const rows = phases.map((phase) => [
    ...COLUMNS.map(([, field]) => formatted(phase[field])),
    judged.includes(phase) ? "" : "warm-up",
  ]);
  const growth = growthOf(judged).map((one) => {
    const name = one.of === "heapMb" ? "heap" : "process";
    const [grew, chance, most] = [one.grew, one.chance, one.mayGrow].map((mb) => mb.toFixed(1));
    const words = `${name} grew by ${String(grew)} MB, give or take ${String(chance)}; it may by ${String(most)}`;
    return `${words}${isLeak(one) ? ": a leak" : ""}`;
  });
  const lines = [
    table([[...COLUMNS.map(([title]) => title), ""], ...rows]),
    "",
    table([...counts].sort().map(([what, times]) => [what, times.toLocaleString("en-US")])),
    "",
    ...(growth.length > 0 ? growth : ["memory is not judged: too few phases after the warm-up"]),
    "",
    ...failures.map((words) => `FAILED  ${words}`),
    failures.length === 0 ? "passed" : `${String(failures.length)} reasons to fail`,
  ];
  return { text: lines.join("\n"), hasPassed: failures.length === 0 };
}

/** @param {number | null} value */
function formatted(value) {
  if (value === null) return "–";
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** @param {readonly (readonly string[])[]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
