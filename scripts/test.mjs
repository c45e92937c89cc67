// @ts-check
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import process from "node:process";
import pLimit from "p-limit";
import { findChromium, findHeadlessShell } from "./find-chromium.mjs";
import { missingPrograms } from "./find-programs.mjs";
import { freePort } from "./free-port.mjs";
import { sealedSettings } from "./sealed-settings.mjs";

const RESULTS = "test-results";
const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`;

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ name: string, needsBrowser?: boolean, needs?: string, after?: readonly string[], isAlone?: boolean, command: string[], env?: () => Promise<Record<string, string>>, count?: () => Count }} Stage
 */

/** @type {Stage[]} */
const STAGES = [
  { name: "lint", command: [bin("eslint"), "--max-warnings", "0", "."] },
  { name: "format", command: [bin("prettier"), "--check", "--log-level", "warn", "."] },
  { name: "types", command: [bin("tsc"), "--noEmit"] },
  { name: "knip", command: [bin("knip")] },
  {
    name: "build",
    needsBrowser: true,
    // Of these each takes one core, and lint the longest. A build writes types that `tsc` would read half of.
    after: ["format", "types", "knip"],
    command: [bin("next"), "build"],
    // The specs want it as it is without a setting, whatever a developer has.
    env: () => Promise.resolve(sealedSettings()),
  },
  {
    name: "below",
    needsBrowser: true,
    after: ["format", "types", "knip"],
    // For a base path, which one spec tries.
    command: ["node", "scripts/build-below-a-path.mjs"],
  },
  {
    name: "unit",
    isAlone: true,
    command: [
      bin("vitest"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${RESULTS}/unit.json`,
    ],
    env: () => {
      tellMissing(["redis-server"]);
      return Promise.resolve({});
    },
    count: countVitest,
  },
  {
    name: "e2e",
    isAlone: true,
    needsBrowser: true,
    needs: "build",
    command: [bin("playwright"), "test", "--reporter=list,json"],
    env: async () => {
      tellMissing(["redis-server", "nginx"]);
      return {
        CHROMIUM_SHELL_PATH: process.env["CHROMIUM_PATH"] ?? findHeadlessShell(),
        CHROMIUM_PATH: findChromium(),
        PLAYWRIGHT_JSON_OUTPUT_FILE: `${RESULTS}/e2e.json`,
        // Two runs on one machine must not meet.
        E2E_PRODUCT_PORT: String(await freePort()),
        E2E_EMULATOR_PORT: String(await freePort()),
      };
    },
    count: countPlaywright,
  },
  ...soakStage(process.env["SOAK_MINUTES"]),
];

/**
 * The soak, for whoever has the minutes.
 * @param {string | undefined} minutes
 * @returns {Stage[]}
 */
function soakStage(minutes) {
  if (minutes === undefined || minutes === "") return [];
  const command = [process.execPath, "bench/soak/main.mjs", "--minutes", minutes];
  return [{ name: "soak", isAlone: true, needsBrowser: true, needs: "build", command }];
}

/** @param {readonly string[]} names Programs that some tests run over. */
function tellMissing(names) {
  for (const name of missingPrograms(names)) {
    console.log(`No ${name} here: the tests over a real one are skipped.`);
  }
}

/** @returns {Count} */
function countVitest() {
  const report = JSON.parse(readFileSync(`${RESULTS}/unit.json`, "utf8"));
  return {
    passed: report.numPassedTests,
    // A file that cannot be loaded has no tests to fail.
    failed: report.numFailedTests + (report.numFailedTests === 0 ? report.numFailedTestSuites : 0),
    skipped: report.numPendingTests,
  };
}

/** @returns {Count} */
function countPlaywright() {
  const { stats, errors } = JSON.parse(readFileSync(`${RESULTS}/e2e.json`, "utf8"));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * @param {string[]} command
 * @param {Record<string, string>} extra
 * @returns {Promise<{ code: number, output: string }>}
 */
function run([program = "", ...args], extra) {
  return new Promise((resolve) => {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...extra };
    // Node warns when both colour variables are set.
    delete env["FORCE_COLOR"];
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => (output += String(chunk)));
    }
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    // Not on "exit": the last of the output may still be on its way then.
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * @param {Stage} stage
 * @returns {Promise<Count>}
 */
async function runStage(stage) {
  const started = Date.now();
  let result;
  try {
    result = await run(stage.command, (await stage.env?.()) ?? {});
  } catch (error) {
    result = { code: 1, output: error instanceof Error ? error.message : String(error) };
  }
  const count = counted(stage, result.code);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const words = count.failed === 0 ? "ok" : "FAILED";
  console.log(
    `${stage.name.padEnd(7)} ${words.padEnd(7)} ${seconds.padStart(6)} s  ${describe(count)}`,
  );
  if (count.failed > 0) console.log(result.output);
  return count;
}

/**
 * What a stage counts for: its tests, or itself. An exit code that says failure is never a pass.
 * @param {Stage} stage
 * @param {number} code
 * @returns {Count}
 */
function counted(stage, code) {
  const itself = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (stage.count === undefined) return itself;
  try {
    const count = stage.count();
    const ranNone = count.passed + count.failed === 0;
    return { ...count, failed: count.failed === 0 && (code !== 0 || ranNone) ? 1 : count.failed };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {Count} count */
function describe({ passed, failed, skipped }) {
  const rest = skipped > 0 ? `, ${String(skipped)} skipped` : "";
  return `${String(passed)} passed, ${String(failed)} failed${rest}`;
}

/**
 * @param {string[]} args
 * @returns {Stage[]} Empty when the arguments name no stage or one that does not exist.
 */
function chosenStages(args) {
  if (args.includes("--no-browser")) return STAGES.filter((stage) => stage.needsBrowser !== true);
  if (!args.includes("--only")) return STAGES;
  const only = args[args.indexOf("--only") + 1]?.split(",") ?? [];
  const isKnown = only.every((name) => STAGES.some((stage) => stage.name === name));
  return isKnown ? STAGES.filter((stage) => only.includes(stage.name)) : [];
}

const chosen = chosenStages(process.argv.slice(2));
if (chosen.length === 0) {
  const names = STAGES.map(({ name }) => name).join(",");
  console.error(`--only takes stages separated by commas: ${names}`);
}
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Set<string>} */
const broken = new Set();

/** @param {Stage} stage */
async function pass(stage) {
  const isHopeless = stage.needs !== undefined && broken.has(stage.needs);
  if (isHopeless)
    console.log(
      `${stage.name.padEnd(7)} FAILED            not run, as ${String(stage.needs)} failed`,
    );
  const count = isHopeless ? { passed: 0, failed: 1, skipped: 0 } : await runStage(stage);
  if (count.failed > 0) broken.add(stage.name);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

// What reads the sources uses one core each; what follows uses all there are.
const beside = pLimit(2);
/** @type {Map<string, Promise<void>>} */
const begun = new Map();
for (const stage of chosen) {
  if (stage.isAlone === true) continue;
  const before = (stage.after ?? []).map((name) => begun.get(name));
  begun.set(
    stage.name,
    Promise.all(before).then(() => beside(() => pass(stage))),
  );
}
await Promise.all(begun.values());
for (const stage of chosen) if (stage.isAlone === true) await pass(stage);
console.log(describe(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
