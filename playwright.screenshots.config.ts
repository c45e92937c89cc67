import { defineConfig } from "@playwright/test";
import { API_KEY, EMULATOR, EMULATOR_PORT, PRODUCT, PRODUCT_PORT } from "./e2e/settings";
import specs from "./playwright.config";
import { sealedSettings } from "./scripts/sealed-settings.mjs";

/**
 * Compares pages with their pictures, in the browser of the specs. They come from the development server, which alone
 * has the catalogue, and which never shows a build that is older than its sources.
 */
export default defineConfig({
  ...specs,
  testDir: "e2e/screenshots",
  outputDir: "test-results/screenshots",
  globalSetup: "./e2e/screenshots/repack.ts",
  workers: 1,
  // The first to ask for a page waits until it is compiled.
  timeout: 180_000,
  // What a letter more or less makes is seen; how an edge is smoothed is not.
  expect: { timeout: 20_000, toHaveScreenshot: { maxDiffPixels: 40 } },
  use: {
    ...specs.use,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "UTC",
    screenshot: "off",
  },
  projects: [
    {
      name: "catalogue",
      testMatch: "catalogue.spec.ts",
      snapshotPathTemplate: "e2e/screenshots/catalogue/{arg}{ext}",
    },
    {
      name: "readme",
      testMatch: "readme.spec.ts",
      snapshotPathTemplate: "docs/screenshots/{arg}{ext}",
    },
  ],
  webServer: [
    {
      command: `npx tsx e2e/emulator/main.ts --port ${String(EMULATOR_PORT)} --key ${API_KEY} --quiet`,
      url: `${EMULATOR}/__emulator/scenarios`,
      reuseExistingServer: false,
    },
    {
      command:
        "mkdir -p test-results && exec node server/main.mjs --dev > test-results/screenshots.log 2>&1",
      url: `${PRODUCT}/healthz`,
      timeout: 180_000,
      reuseExistingServer: false,
      env: {
        ...sealedSettings(),
        HOST: "127.0.0.1",
        PORT: String(PRODUCT_PORT),
        BROWSER_USE_API_KEY: API_KEY,
        BROWSER_USE_BASE_URL: `${EMULATOR}/api/v2`,
      },
    },
  ],
});
