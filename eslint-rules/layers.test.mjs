// @ts-check
import { readdirSync } from "node:fs";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import house from "./house.mjs";
import { layers, ROOMS } from "./layers.mjs";

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ["**/*.{ts,tsx}"], plugins: { house } },
    ...layers,
    { files: ["lib/server/**"], rules: { "house/server-only-first": "error" } },
    { files: ["lib/kebab/**"], rules: { "house/kebab-case": "error" } },
  ],
});

/**
 * @param {string} filePath
 * @param {string} code
 */
async function problems(filePath, code) {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map((message) => message.ruleId) ?? [];
}

describe("the layers", () => {
  it.each([
    ["lib/domain/task/x.ts", "@/lib/contract/problem"],
    ["lib/domain/task/x.ts", "react"],
    ["lib/domain/task/x.ts", "../text/json"],
    ["lib/contract/x.ts", "zod"],
    ["lib/contract/x.ts", "@/lib/client/api/clock"],
    ["lib/client/task/x.ts", "@/lib/server/config/env"],
    ["lib/client/task/x.ts", "@/components/ui/button"],
    ["lib/server/tasks/x.ts", "@/components/ui/button"],
    ["lib/server/tasks/x.ts", "@/lib/client/api/clock"],
    ["lib/server/tasks/x.ts", "react"],
    ["lib/server/tasks/x.ts", "@/e2e/emulator/server"],
    ["components/ui/x.tsx", "@/lib/domain/task/task"],
    ["components/ui/x.tsx", "@/components/task/task-page"],
    ["components/task/x.tsx", "@/lib/server/config/env"],
    ["components/live/x.tsx", "@/components/timeline/step-row"],
    ["components/timeline/x.tsx", "@/components/step/step-panel"],
    ["components/home/x.tsx", "@/components/task/task-page"],
    ["components/status/x.tsx", "@/components/home/first-steps"],
    ["app/api/tasks/route.ts", "@/lib/client/clock"],
    ["app/page.tsx", "@/e2e/settings"],
    ["app/page.tsx", "@/test/catalogue/catalogue"],
    ["app/catalogue/panel.tsx", "@/test/catalogue/catalogue"],
    ["app/catalogue/page.dev.tsx", "@/test/product"],
    ["app/catalogue/page.dev.tsx", "@/e2e/settings"],
    ["app/catalogue/page.dev.tsx", "../../test/product"],
    ["components/status/x.tsx", "@/test/catalogue/catalogue"],
    ["lib/client/api/x.ts", "@/test/product"],
    ["components/live/x.tsx", "../timeline/step-row"],
    ["components/task/x.tsx", "../../lib/server/env"],
    ["components/ui/x.tsx", "../../lib/domain/task"],
    ["lib/client/task/x.ts", "../../server/config/env"],
    ["lib/server/tasks/x.ts", "../config/env"],
    ["e2e/emulator/server.ts", "@/lib/domain/task"],
    ["e2e/emulator/server.ts", "../../lib/domain/task"],
    ["bench/main.mjs", "@/lib/domain/task"],
    ["bench/workloads/latency.mjs", "../../e2e/settings"],
  ])("%s may not import %s", async (file, source) => {
    expect(await problems(file, `import "${source}";`)).toContain("no-restricted-imports");
  });

  it.each([
    ["lib/domain/task/x.ts", "./task"],
    ["lib/contract/x.ts", "@/lib/domain/task"],
    ["lib/client/task/x.ts", "@/lib/contract/routes"],
    ["lib/client/task/x.ts", "react"],
    ["components/ui/x.tsx", "@/lib/domain/text/grapheme-edges"],
    ["components/task/x.tsx", "@/components/timeline/step-row"],
    ["components/home/x.tsx", "@/components/status/status-badge"],
    ["components/live/x.tsx", "@/components/ui/button"],
    ["app/api/tasks/route.ts", "@/lib/server/tasks/read-snapshot"],
    ["app/catalogue/page.dev.tsx", "@/test/catalogue/catalogue"],
    ["e2e/emulator/server.ts", "node:http"],
    ["bench/workloads/latency.mjs", "../../scripts/find-chromium.mjs"],
    ["lib/domain/task/x.test.ts", "vitest"],
  ])("%s may import %s", async (file, source) => {
    expect(await problems(file, `import "${source}";`)).toEqual([]);
  });
});

describe.each(/** @type {(keyof typeof ROOMS)[]} */ (["domain", "client", "server"]))(
  "the rooms of lib/%s",
  (part) => {
    const rooms = Object.keys(ROOMS[part]);

    it("are the folders that there are", () => {
      const entries = readdirSync(`lib/${part}`, { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
      expect(folders.toSorted()).toEqual(rooms.toSorted());
      const loose = entries.filter(({ name }) => /\.tsx?$/.test(name) && !name.includes(".test."));
      expect(loose).toEqual([]);
    });

    it("stand on those above them in the table, so that none imports itself by way of others", () => {
      for (const [at, room] of rooms.entries()) {
        const above = new Set(rooms.slice(0, at));
        expect(ROOMS[part][room]?.filter((other) => !above.has(other))).toEqual([]);
      }
    });

    it.each(rooms)("%s imports what it builds on, and no other room", async (room) => {
      const known = [room, ...(ROOMS[part][room] ?? [])];
      for (const other of rooms) {
        const found = await problems(
          `lib/${part}/${room}/x.ts`,
          `import "@/lib/${part}/${other}/y";`,
        );
        expect(found.includes("no-restricted-imports"), other).toBe(!known.includes(other));
      }
    });
  },
);

describe("the house rules", () => {
  it("asks every server file for its guard", async () => {
    expect(await problems("lib/server/x.ts", "export const a = 1;")).toEqual([
      "house/server-only-first",
    ]);
    expect(await problems("lib/server/x.ts", 'import "server-only";')).toEqual([]);
  });

  it.each([
    ["lib/kebab/Task.ts", 1],
    ["lib/kebab/task_status.ts", 1],
    ["lib/kebab/task-status.test.ts", 0],
    ["lib/kebab/[...path].ts", 0],
  ])("%s breaks the naming rule %i times", async (file, times) => {
    expect(await problems(file, "export const a = 1;")).toHaveLength(times);
  });
});
