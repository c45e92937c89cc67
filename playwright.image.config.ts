import { defineConfig } from "@playwright/test";
import specs from "./playwright.config";

/** A few specs of what people do most, over servers that run already: those of `scripts/prove-image.mjs`. */
export default defineConfig({
  ...specs,
  webServer: [],
  testMatch: ["watch.spec.ts", "screenshots.spec.ts", "downloads.spec.ts"],
  projects: specs.projects?.filter(({ name }) => name === "desktop") ?? [],
});
