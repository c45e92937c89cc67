import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      // The package throws outside a React server build; the tests are one more server.
      "server-only": here("./node_modules/server-only/empty.js"),
      "@": here("."),
    },
  },
  test: {
    include: ["{lib,components,server,scripts,bench,e2e,eslint-rules,test}/**/*.test.{ts,tsx,mjs}"],
    environment: "node",
    restoreMocks: true,
    setupFiles: ["test/seed-chance.ts"],
    // By itself it leaves one of two cores idle.
    maxWorkers: 3,
    // A property test on a busy machine takes its time.
    testTimeout: 30_000,
  },
});
