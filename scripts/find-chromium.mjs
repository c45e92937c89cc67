// @ts-check
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { chromium } from "@playwright/test";

const ADVICE =
  "No Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.";

/** @param {string | undefined} path */
function works(path) {
  if (path === undefined || path === "" || !existsSync(path)) return false;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/** @param {string} name */
function onPath(name) {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

function playwrights() {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright builds no Chromium for this system.
    return undefined;
  }
}

function installed() {
  const candidates = [
    process.env["CHROMIUM_PATH"],
    playwrights(),
    "/usr/bin/chromium",
    onPath("chromium"),
    onPath("google-chrome"),
  ];
  return candidates.find((path) => works(path));
}

/** Installs a package of Debian where that needs no question: as root, or with sudo that asks for no password. */
function installFromDebian(/** @type {string} */ name) {
  if (onPath("apt-get") === undefined) return;
  const isRoot = process.getuid?.() === 0;
  const mayAsk = !isRoot && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
  if (!isRoot && !mayAsk) return;
  process.stderr.write(`No ${name} here: installing Debian's package.\n`);
  const prefix = isRoot ? [] : ["sudo", "-n"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", name]]) {
    const [program = "apt-get", ...args] = [...prefix, "apt-get", "-qq", ...words];
    spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"], env });
  }
}

function downloadPlaywrights() {
  process.stderr.write("Trying Playwright's own download of Chromium.\n");
  const withDeps = process.getuid?.() === 0 ? ["--with-deps"] : [];
  const cli = "node_modules/@playwright/test/cli.js";
  spawnSync(process.execPath, [cli, "install", ...withDeps, "chromium"], {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 300_000,
  });
}

/**
 * The path of a Chromium that starts: `CHROMIUM_PATH`, Playwright's, the system's, else one installed now.
 * @returns {string} Throws with one line of advice when there is none to be had.
 */
export function findChromium() {
  for (const attempt of [
    () => undefined,
    () => installFromDebian("chromium"),
    downloadPlaywrights,
  ]) {
    attempt();
    const path = installed();
    if (path !== undefined) return path;
  }
  throw new Error(ADVICE);
}

/**
 * The path of Chromium without its windows, which draws and scripts the same pages in a third of the time, else of the
 * whole browser.
 * @returns {string} Throws where neither is to be had.
 */
export function findHeadlessShell() {
  const shell = () => onPath("chromium-headless-shell");
  if (!works(shell())) installFromDebian("chromium-headless-shell");
  const path = shell();
  return path !== undefined && works(path) ? path : findChromium();
}

if (import.meta.url === `file://${process.argv[1] ?? ""}`) {
  try {
    const path = findChromium();
    const version = execFileSync(path, ["--version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    process.stdout.write(`${path} (${version})\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
