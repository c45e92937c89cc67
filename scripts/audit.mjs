// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { emulatorControl } from "../bench/emulator-control.mjs";
import { startEmulator, startProduct } from "../bench/servers.mjs";
import { findChromium } from "./find-chromium.mjs";

/** Fetched when it is asked for: it brings more packages than the product has. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const FLAGS =
  "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const TARGETS = { performance: 98, accessibility: 100, "best-practices": 100 };

if (!existsSync(".next/BUILD_ID")) {
  console.error("There is no build yet. Run: npm run build");
  process.exit(1);
}
const chromium = findChromium();
const folder = mkdtempSync(join(tmpdir(), "sightglass-audit-"));
const emulator = await startEmulator();
const product = await startProduct(emulator, 1000);
const control = emulatorControl(emulator);
let missed = 0;
try {
  const finished = await control.createTask({ scenario: "success-6", speed: 1000 });
  const running = await control.createTask({ scenario: "running", startAtStep: 8 });
  await control.moveClock(finished, { advanceSeconds: 10_000 });
  const pages = [
    ["home", "/"],
    ["finished task", `/tasks/${finished}`],
    ["running task", `/tasks/${running}`],
  ];
  for (const [name = "", path = ""] of pages) {
    for (const device of ["desktop", "mobile"]) report(name, device, audit(path, device));
  }
} finally {
  await product.stop();
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;

/**
 * The scores of a page, 0 to 100, by category.
 * @param {string} path
 * @param {string} device
 * @returns {Record<string, number>}
 */
function audit(path, device) {
  const output = join(folder, "report.json");
  const preset = device === "desktop" ? ["--preset=desktop"] : [];
  execFileSync(
    "npx",
    [
      ...["--yes", LIGHTHOUSE, product.origin + path, ...preset],
      ...["--quiet", "--output=json", `--output-path=${output}`, `--chrome-flags=${FLAGS}`],
      `--only-categories=${Object.keys(TARGETS).join(",")}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, stdio: ["ignore", "ignore", "inherit"] },
  );
  /** @type {{ categories: Record<string, { score: number | null }> }} */
  const { categories } = JSON.parse(readFileSync(output, "utf8"));
  return Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
}

/**
 * @param {string} name
 * @param {string} device
 * @param {Record<string, number>} scores
 */
function report(name, device, scores) {
  const words = Object.entries(TARGETS).map(([category, target]) => {
    const score = scores[category] ?? 0;
    if (score >= target) return `${category} ${String(score)}`;
    missed++;
    return `${category} ${String(score)} (target ${String(target)})`;
  });
  console.log(`${name}, ${device}: ${words.join(", ")}`);
}
