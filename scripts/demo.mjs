// @ts-check
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { listenProblem } from "../server/listen-problem.mjs";
import { sealedSettings } from "./sealed-settings.mjs";

const HOST = "127.0.0.1";
const PORT = process.env["PORT"] || "3000";
const EMULATOR_PORT = process.env["EMULATOR_PORT"] || "4300";
const KEY = "bu_emulator_key";
const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** @type {import("node:child_process").ChildProcess[]} */
const children = [];
let isStopping = false;

/** @param {number} code */
function stop(code) {
  if (isStopping) return;
  isStopping = true;
  for (const child of children) child.kill("SIGTERM");
  setTimeout(() => {
    for (const child of children) child.kill("SIGKILL");
    process.exit(code);
  }, 2000).unref();
  void Promise.all(children.map(ended)).then(() => process.exit(code));
}

/** @param {import("node:child_process").ChildProcess} child */
function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", resolve));
}

/** @param {string} words */
function fail(words) {
  console.error(`\n${words}`);
  stop(1);
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {Record<string, string>} settings
 */
function run(name, args, settings) {
  const env = { ...process.env, ...sealedSettings(), NEXT_TELEMETRY_DISABLED: "1", ...settings };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => (output = (output + String(chunk)).slice(-4000)));
  }
  child.once("close", (code, signal) => {
    const how = signal ?? `exit code ${String(code)}`;
    if (!isStopping) fail(`The ${name} ended by itself (${how}). Its last words:\n${output}`);
  });
  return child;
}

/** @param {string} url */
async function waitFor(url) {
  for (let attempt = 0; attempt < 300 && !isStopping; attempt++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within 30 seconds.`);
}

function build() {
  return new Promise((resolve, reject) => {
    console.log("Building the product (about half a minute) …");
    const env = { ...process.env, ...sealedSettings(), NEXT_TELEMETRY_DISABLED: "1" };
    const child = spawn(process.execPath, [NEXT, "build"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    children.push(child);
    child.once("exit", (code) => {
      children.splice(children.indexOf(child), 1);
      if (code === 0) resolve(undefined);
      else reject(new Error(`The build failed.\n${output}`));
    });
  });
}

/**
 * @typedef {{ scenario: string, title: string, contract: string, taskId: string, status: string }} Sample
 * @param {Sample[]} samples
 */
function printTable(samples) {
  const rows = samples.map(({ title, status, contract, taskId }, index) => [
    samples[index - 1]?.title === title ? "" : title,
    status,
    contract,
    `http://${HOST}:${PORT}/tasks/${taskId}`,
  ]);
  const table = [["Sample task", "Status", "Contract", "Link"], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  console.log(`\nSightglass  http://${HOST}:${PORT}/\n`);
  for (const row of table) {
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
  console.log("\nThe running task starts when you first open it. Ctrl-C stops everything.");
}

async function main() {
  const problem =
    (await listenProblem("PORT", HOST, PORT)) ??
    (await listenProblem("EMULATOR_PORT", HOST, EMULATOR_PORT));
  if (problem !== null) {
    fail(problem);
    return;
  }
  await build();
  if (isStopping) return;
  const emulator = `http://${HOST}:${EMULATOR_PORT}`;
  run(
    "emulator",
    ["--import", "tsx", "e2e/emulator/main.ts", "--port", EMULATOR_PORT, "--key", KEY, "--quiet"],
    {},
  );
  const scenarios = await waitFor(`${emulator}/__emulator/scenarios`);
  run("product", ["server/main.mjs", "--prod"], {
    HOST,
    PORT,
    BROWSER_USE_API_KEY: KEY,
    BROWSER_USE_BASE_URL: `${emulator}/api/v2`,
    LOG_LEVEL: "warn",
  });
  await waitFor(`http://${HOST}:${PORT}/healthz`);
  /** @type {Sample[]} */
  const samples = await scenarios.json();
  if (!isStopping) printTable(samples);
}

process.on("SIGINT", () => stop(0));
process.on("SIGTERM", () => stop(0));
main().catch((error) => {
  if (!isStopping) fail(error instanceof Error ? error.message : String(error));
});
