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
import { findChromium } from "./scripts/find-chromium.mjs";
import { sealedSettings } from "./scripts/sealed-settings.mjs";

const executablePath = process.env.CHROMIUM_PATH ?? findChromium();

export default defineConfig({
  testDir: "e2e/specs",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A spec that needs a second try is a fault.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 8000 },
  reporter: [["list"]],
  use: {
    baseURL: PRODUCT,
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
  },
  projects: [
    {
      name: "desktop",
      testIgnore: "**/*.mobile.spec.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
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
      command: `mkdir -p test-results && exec node scripts/start.mjs > ${SERVER_LOG} 2>&1`,
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
        // `serve.mjs` says then which answers took the short way.
        MARK_SHORT_WAY: "1",
      },
    },
  ],
});
