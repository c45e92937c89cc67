// @ts-check

/**
 * What every workload gets.
 * @typedef {{
 *   emulator: import("./servers.mjs").Server,
 *   control: ReturnType<typeof import("./emulator-control.mjs").emulatorControl>,
 *   isQuick: boolean,
 *   crowd: { viewers: number, tasks: number },
 * }} Bench
 */

/**
 * What a workload found: rows for the table, and all figures behind them for the results file.
 * @typedef {{ rows: import("./row.mjs").Row[], figures: object }} Findings
 */

export {};
