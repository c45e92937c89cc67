// @ts-check
// Carries out the Dockerfile where there is no container engine: step by step, in empty folders, with the system of this
// machine in place of the base image; then runs what came out as its user on a read-only root, and tries it.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { findChromium, findHeadlessShell } from "./find-chromium.mjs";
import { freePort } from "./free-port.mjs";
import { carryOut } from "./image/carry-out.mjs";
import { parseDockerfile } from "./image/dockerfile.mjs";
import { readIgnoreFile } from "./image/ignore-file.mjs";
import { filesWith, treeProblems } from "./image/inspect.mjs";
import { runInTree, startInTree, whyNoTree } from "./image/tree.mjs";
import { trackedFiles } from "./tracked-files.mjs";

/** Lies in every file of the context that holds a secret, or is there by chance. */
const CANARY = "canary-of-the-image-3f61c0a97be2";
const PLANTED = [
  ...[".env", ".env.local", ".env.production", "app/.env.local", "server/tls.key", "lib/a.pem"],
  ...["data/sightglass.db", ".next/canary.txt", "test-results/canary.txt", ".git/canary"],
];
/** The key of the specs (`e2e/settings.ts`). */
const KEY = "bu_canary_4b1f9c62d7e84a0f";
/** A container is killed ten seconds after it was asked to stop. */
const GONE_MS = 8000;

/** @param {string} words */
const say = (words) => console.log(words);

/**
 * @param {boolean} holds
 * @param {string} what
 * @param {string} [why]
 */
function prove(holds, what, why = "") {
  if (!holds) throw new Error(`Not so: ${what}\n${why}`);
  say(`proved: ${what}`);
}

/** @param {string} folder */
function makeContext(folder) {
  for (const file of trackedFiles()) cpSync(file, join(folder, file));
  for (const file of PLANTED) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `BROWSER_USE_API_KEY=${CANARY}\n`);
  }
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

/**
 * The first process in the tree that a child of ours made.
 * @param {import("node:child_process").ChildProcess} child
 */
function innerOf({ pid = 0 }) {
  const inner = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, "utf8");
  return Number(inner.trim());
}

/**
 * @param {string} folder
 * @param {import("node:child_process").ChildProcess[]} children
 */
async function main(folder, children) {
  const context = join(folder, "context");
  makeContext(context);
  const stages = parseDockerfile(readFileSync("Dockerfile", "utf8"));
  const isIgnored = readIgnoreFile(readFileSync(".dockerignore", "utf8"));
  const image = await carryOut(stages, { context, isIgnored, folder, say });

  const found = stages.flatMap(({ name }) => filesWith(join(folder, name), CANARY));
  prove(found.length === 0, "no stage holds a secret of the folder it was built in", found.join());
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const problems = treeProblems(image.tree, packages);
  const few = problems.slice(0, 20).join("\n");
  prove(problems.length === 0, "the image has no tool of development, and root owns it", few);
  await tryRefusals(image);
  await tryServer(image, children);
}

/** @param {import("./image/carry-out.mjs").Image} image */
function placeOf(image, settings = {}) {
  return { ...image, env: { ...image.env, ...settings }, isReadOnly: true };
}

/** @param {import("./image/carry-out.mjs").Image} image */
async function tryRefusals(image) {
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
 * @param {import("./image/carry-out.mjs").Image} image
 * @param {import("node:child_process").ChildProcess[]} children
 */
async function tryServer(image, children) {
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
  const inner = innerOf(child);
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
  process.kill(inner, "SIGTERM");
  const exitCode = await exit;
  const ms = Date.now() - asked;
  const what = `asked to stop, it is gone with exit code 0 after ${String(ms)} ms`;
  prove(exitCode === 0 && ms < GONE_MS, what, `exit code ${String(exitCode)}`);
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

const why = whyNoTree();
if (why !== null) {
  console.error(`The image cannot be proved on this machine: ${why}.`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "image-"));
/** @type {import("node:child_process").ChildProcess[]} */
const children = [];
try {
  await main(folder, children);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
