import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_FLAGS } from "./e2e/chromium-flags";
import {
  API_KEY,
  EMULATOR,
  EMULATOR_PORT,
  PRODUCT,
  PRODUCT_PORT,
  SERVER_LOG,
} from "./e2e/settings";
import { findChromium, findHeadlessShell } from "./scripts/find-chromium.mjs";
import { sealedSettings } from "./scripts/sealed-settings.mjs";

const { CHROMIUM_PATH, CHROMIUM_SHELL_PATH } = process.env;
const shell = CHROMIUM_SHELL_PATH ?? CHROMIUM_PATH ?? findHeadlessShell();
/** Who has the keyboard, this page or a frame, and who may notify, is tried in the browser that people use. */
const WHOLE_BROWSER = /\b(?:(?:hostile-)?live|notify-browser)\.spec\.ts/;
const startedAs = (executablePath: string) => ({
  launchOptions: { executablePath, args: CHROMIUM_FLAGS },
});
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: "e2e/specs",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A spec that needs a second try is a fault.
  retries: 0,
  // More than cores: a spec waits for the next poll more often than it works.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 8000 },
  reporter: [["list"]],
  use: {
    baseURL: PRODUCT,
    // A trace of every spec takes a quarter of the time; `--trace on` makes one.
    screenshot: "only-on-failure",
    ...startedAs(shell),
  },
  projects: [
    {
      name: "desktop",
      testIgnore: [/\.mobile\.spec\.ts/, WHOLE_BROWSER],
      use: desktop,
    },
    {
      name: "whole-browser",
      testMatch: WHOLE_BROWSER,
      use: { ...desktop, ...startedAs(CHROMIUM_PATH ?? findChromium()) },
    },
    {
      name: "mobile",
      // A test's title begins with its file.
      grep: /@mobile|\.mobile\.spec\.ts/,
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
  ],
  webServer: [
    {
      command: `npx tsx e2e/emulator/main.ts --port ${String(EMULATOR_PORT)} --key ${API_KEY} --quiet`,
      url: `${EMULATOR}/__emulator/scenarios`,
      reuseExistingServer: false,
    },
    {
      command: `mkdir -p test-results && exec node server/main.mjs --prod > ${SERVER_LOG} 2>&1`,
      url: `${PRODUCT}/healthz`,
      reuseExistingServer: false,
      env: {
        ...sealedSettings(),
        HOST: "127.0.0.1",
        PORT: String(PRODUCT_PORT),
        BROWSER_USE_API_KEY: API_KEY,
        BROWSER_USE_BASE_URL: `${EMULATOR}/api/v2`,
        POLL_INTERVAL_MS: "250",
        LOG_LEVEL: "debug",
      },
    },
  ],
});
