// @ts-check
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findChromium, findHeadlessShell } from "../find-chromium.mjs";
import { freePort } from "../free-port.mjs";
import { prove } from "./prove.mjs";
import { firstInTree, runInTree, startInTree } from "./tree.mjs";

/** @typedef {import("./carry-out.mjs").Image} Image */

/** The key of the specs (`e2e/settings.ts`). */
const KEY = "bu_canary_4b1f9c62d7e84a0f";
/** A container is killed ten seconds after it was asked to stop. */
const GONE_MS = 8000;

/** @param {Image} image */
function placeOf(image, settings = {}) {
  return { ...image, env: { ...image.env, ...settings }, isReadOnly: true };
}

/**
 * Tries what an image refuses, and what it does beside serving.
 * @param {Image} image
 */
export async function tryRefusals(image) {
  prove(image.user.uid !== 0, "its user is not root");
  const open = await runInTree(placeOf(image, { BROWSER_USE_API_KEY: KEY }), image.command);
  const isRefused = open.code === 1 && open.output.includes("ACCESS_PASSWORD");
  prove(isRefused, "without a sign-in it does not start, and says so", open.output);
  const writing = "touch /data/a && rm /data/a && ! touch /app/a && ! touch /a && touch /tmp/a";
  const written = await runInTree(placeOf(image), ["sh", "-c", writing]);
  prove(written.code === 0, "only /data and /tmp can be written", written.output);
  const hash = ["node", "scripts/hash-password.mjs"];
  const hashed = await runInTree(placeOf(image), hash, "correct horse battery");
  prove(hashed.output.startsWith("ACCESS_PASSWORD=scrypt:"), "it hashes a password", hashed.output);
}

/**
 * Runs an image as a container does, has the specs use it, and stops it.
 * @param {Image} image
 * @param {import("node:child_process").ChildProcess[]} children
 */
export async function tryServer(image, children) {
  const ports = { product: String(await freePort()), emulator: String(await freePort()) };
  const emulator = `http://127.0.0.1:${ports.emulator}`;
  const product = `http://127.0.0.1:${ports.product}`;
  const words = ["--import", "tsx", "e2e/emulator/main.ts", "--port", ports.emulator];
  const upstream = spawn(process.execPath, [...words, "--key", KEY, "--quiet"], {
    stdio: "ignore",
  });
  children.push(upstream);
  await answered(`${emulator}/__emulator/scenarios`, upstream);

  const place = placeOf(image, {
    PORT: ports.product,
    BROWSER_USE_API_KEY: KEY,
    BROWSER_USE_BASE_URL: `${emulator}/api/v2`,
    ALLOW_ANONYMOUS: "1",
    POLL_INTERVAL_MS: "250",
    LOG_LEVEL: "warn",
  });
  const from = Date.now();
  const child = startInTree(place, image.command, ["ignore", "inherit", "inherit"]);
  children.push(child);
  await answered(`${product}/readyz`, child);
  prove(true, `it is ready, ${String(Date.now() - from)} ms after it was started`);
  const inner = firstInTree(child) ?? 0;
  const status = readFileSync(`/proc/${String(inner)}/status`, "utf8");
  const rights = [`Uid:\t${String(image.user.uid)}`, "CapBnd:\t0000000000000000", "NoNewPrivs:\t1"];
  const hasNone = rights.every((line) => status.includes(line));
  prove(hasNone, "it runs as its user, without a right more", status);
  const health = await runInTree(place, image.healthcheck);
  prove(health.code === 0, "its health check is content", health.output);

  const code = await smoke({ E2E_PRODUCT_PORT: ports.product, E2E_EMULATOR_PORT: ports.emulator });
  prove(code === 0, "people can use it: the specs of playwright.image.config.ts pass");
  const exit = ended(child);
  const asked = Date.now();
  if (inner > 0) process.kill(inner, "SIGTERM");
  const exitCode = await exit;
  const ms = Date.now() - asked;
  const what = `asked to stop, it is gone with exit code 0 after ${String(ms)} ms`;
  prove(exitCode === 0 && ms < GONE_MS, what, `exit code ${String(exitCode)}`);
  const isKept = existsSync(join(image.tree, image.volume, "sightglass.db"));
  prove(isKept, "what outlives a restart lies in its volume");
  const sick = await runInTree(place, image.healthcheck);
  prove(sick.code === 1, "its health check notices");
}

/** @param {Record<string, string>} ports */
async function smoke(ports) {
  const env = {
    ...{ ...process.env, ...ports },
    CHROMIUM_SHELL_PATH: process.env["CHROMIUM_PATH"] ?? findHeadlessShell(),
    CHROMIUM_PATH: findChromium(),
  };
  const words = ["node_modules/.bin/playwright", "test", "--config", "playwright.image.config.ts"];
  return ended(spawn(process.execPath, words, { env, stdio: "inherit" }));
}

/**
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} child
 */
async function answered(url, child) {
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt++) {
    if ((await fetch(url).catch(() => null))?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer.`);
}

/** @param {import("node:child_process").ChildProcess} child */
const ended = (child) => new Promise((resolve) => child.once("exit", resolve));
