// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import process from "node:process";
import { sealedSettings } from "../scripts/sealed-settings.mjs";

const KEY = "bu_bench_key";
const HOST = "127.0.0.1";

/**
 * A server that runs. `pid` is the process that does the work.
 * @typedef {{ origin: string, pid: number, stop: () => Promise<void> }} Server
 */

/** @returns {Promise<Server>} */
export async function startEmulator() {
  return startPrinting("emulator", [
    "--import",
    "tsx",
    "e2e/emulator/main.ts",
    ...["--host", HOST, "--port", "0", "--key", KEY, "--quiet"],
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
 * The product's production build, with nothing in its memory.
 * @param {Server} emulator
 * @param {number} intervalMs
 * @returns {Promise<Server>}
 */
export async function startProduct(emulator, intervalMs) {
  const port = await freePort();
  const { child, stop } = run("product", ["server/main.mjs", "--prod"], {
    HOST,
    PORT: String(port),
    BROWSER_USE_API_KEY: KEY,
    BROWSER_USE_BASE_URL: `${emulator.origin}/api/v2`,
    POLL_INTERVAL_MS: String(intervalMs),
    LOG_LEVEL: "error",
  });
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
 */
function run(name, args, settings) {
  const env = { ...process.env, ...sealedSettings(), NEXT_TELEMETRY_DISABLED: "1", ...settings };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  // A pipe that nobody empties would stop the server.
  child.stdout?.resume();
  let isStopping = false;
  child.once("exit", (code) => {
    if (!isStopping) console.error(`The ${name} ended by itself (exit code ${String(code)}).`);
  });
  const kill = () => child.kill("SIGTERM");
  process.once("exit", kill);
  const stop = async () => {
    isStopping = true;
    process.off("exit", kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
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

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
