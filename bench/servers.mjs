// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { createInterface } from "node:readline";
import { freePort } from "../scripts/free-port.mjs";
import { sealedSettings } from "../scripts/sealed-settings.mjs";

const KEY = "bu_bench_key";
const HOST = "127.0.0.1";

/**
 * A server that runs. `pid` is the process that does the work.
 * @typedef {{ origin: string, pid: number, stop: (signal?: NodeJS.Signals) => Promise<void> }} Server
 *
 * @typedef {(line: string, stream: "stdout" | "stderr") => void} OnLine
 */

/**
 * Starts it on a free port, or where one stood before: `startedAt` (ISO 8601) then lets its samples go on where they
 * would be by now.
 * @param {{ port?: string, startedAt?: string }} again
 * @returns {Promise<Server>}
 */
export async function startEmulator({ port = "0", startedAt } = {}) {
  return startPrinting("emulator", [
    "--import",
    "tsx",
    "e2e/emulator/main.ts",
    ...["--host", HOST, "--port", port, "--key", KEY, "--quiet"],
    ...(startedAt === undefined ? [] : ["--started-at", startedAt]),
  ]);
}

/**
 * The naive dashboard to compare with.
 * @param {Server} emulator
 */
export function startBaseline(emulator) {
  return startPrinting("baseline", ["bench/baseline-proxy.mjs", emulator.origin, KEY]);
}

/**
 * The product's production build, with nothing in its memory. `settings` come on top, `flags` are for Node, and
 * `onLine` is told each line that it writes on stdout and stderr.
 * @param {Server} emulator
 * @param {number} intervalMs
 * @param {{ settings?: Record<string, string>, flags?: readonly string[], onLine?: OnLine }} more
 * @returns {Promise<Server>}
 */
export async function startProduct(
  emulator,
  intervalMs,
  { settings = {}, flags = [], onLine } = {},
) {
  const port = await freePort();
  const program = [...flags, "server/main.mjs", "--prod"];
  const { child, stop } = run(
    "product",
    program,
    {
      HOST,
      PORT: String(port),
      BROWSER_USE_API_KEY: KEY,
      BROWSER_USE_BASE_URL: `${emulator.origin}/api/v2`,
      POLL_INTERVAL_MS: String(intervalMs),
      LOG_LEVEL: "error",
      ...settings,
    },
    onLine,
  );
  const origin = `http://${HOST}:${String(port)}`;
  try {
    await waitUntilHealthy(`${origin}/healthz`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, pid: child.pid ?? 0, stop };
}

/** The upstream's header with the key, for looks past the product. */
export const KEY_HEADER = { "x-browser-use-api-key": KEY };

/**
 * Starts a program that prints the address it listens on.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Server>}
 */
async function startPrinting(name, args) {
  const { child, stop } = run(name, args, {});
  const origin = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += String(chunk);
      const [, address] = /listening on (\S+)\n/.exec(text) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error(`The ${name} did not start.`)));
  });
  return { origin, pid: child.pid ?? 0, stop };
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {Record<string, string>} settings
 * @param {OnLine} [onLine]
 */
function run(name, args, settings, onLine) {
  const env = { ...process.env, ...sealedSettings(), NEXT_TELEMETRY_DISABLED: "1", ...settings };
  const errors = onLine === undefined ? "inherit" : "pipe";
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", errors] });
  // A pipe that nobody empties would stop the server.
  child.stdout?.resume();
  for (const output of /** @type {const} */ (["stdout", "stderr"])) {
    const stream = child[output];
    if (onLine === undefined || stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => onLine(line, output));
  }
  let isStopping = false;
  child.once("exit", (code) => {
    if (!isStopping) console.error(`The ${name} ended by itself (exit code ${String(code)}).`);
  });
  const kill = () => child.kill("SIGTERM");
  process.once("exit", kill);
  const stop = async (/** @type {NodeJS.Signals} */ signal = "SIGTERM") => {
    isStopping = true;
    process.off("exit", kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return { child, stop };
}

/** @param {string} url */
async function waitUntilHealthy(url) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The product did not start within 30 seconds.");
}
