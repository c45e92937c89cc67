import { defineConfig } from "@playwright/test";
import specs from "./playwright.config";

/** The same servers and browser as the specs; what runs here writes pictures for the README. */
export default defineConfig({
  ...specs,
  testDir: "e2e/screenshots",
  projects: [{ name: "screenshots" }],
  workers: 1,
});
