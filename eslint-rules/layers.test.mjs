// @ts-check
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import house from "./house.mjs";
import { layers } from "./layers.mjs";

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
    ["lib/domain/x.ts", "@/lib/contract/problem"],
    ["lib/domain/x.ts", "react"],
    ["lib/domain/x.ts", "../contract/problem"],
    ["lib/contract/x.ts", "zod"],
    ["lib/contract/x.ts", "@/lib/client/clock"],
    ["lib/client/x.ts", "@/lib/server/env"],
    ["lib/client/x.ts", "@/components/ui/button"],
    ["lib/server/x.ts", "@/components/ui/button"],
    ["lib/server/x.ts", "@/lib/client/clock"],
    ["lib/server/x.ts", "react"],
    ["lib/server/x.ts", "@/e2e/emulator/server"],
    ["components/ui/x.tsx", "@/lib/domain/task"],
    ["components/ui/x.tsx", "@/components/task/task-page"],
    ["components/task/x.tsx", "@/lib/server/env"],
    ["components/live/x.tsx", "@/components/timeline/step-row"],
    ["components/home/x.tsx", "@/components/task/task-page"],
    ["components/status/x.tsx", "@/components/home/first-steps"],
    ["app/api/tasks/route.ts", "@/lib/client/clock"],
    ["app/page.tsx", "@/e2e/settings"],
    ["components/live/x.tsx", "../timeline/step-row"],
    ["components/task/x.tsx", "../../lib/server/env"],
    ["components/ui/x.tsx", "../../lib/domain/task"],
    ["lib/client/x.ts", "../server/env"],
    ["lib/server/tasks/x.ts", "../env"],
    ["e2e/emulator/server.ts", "@/lib/domain/task"],
    ["e2e/emulator/server.ts", "../../lib/domain/task"],
    ["bench/main.mjs", "@/lib/domain/task"],
    ["bench/workloads/latency.mjs", "../../e2e/settings"],
  ])("%s may not import %s", async (file, source) => {
    expect(await problems(file, `import "${source}";`)).toContain("no-restricted-imports");
  });

  it.each([
    ["lib/domain/x.ts", "./task"],
    ["lib/contract/x.ts", "@/lib/domain/task"],
    ["lib/client/x.ts", "@/lib/contract/routes"],
    ["lib/client/x.ts", "react"],
    ["components/task/x.tsx", "@/components/timeline/step-row"],
    ["components/home/x.tsx", "@/components/status/status-badge"],
    ["components/live/x.tsx", "@/components/ui/button"],
    ["app/api/tasks/route.ts", "@/lib/server/tasks/read-snapshot"],
    ["e2e/emulator/server.ts", "node:http"],
    ["bench/workloads/latency.mjs", "../../scripts/find-chromium.mjs"],
    ["lib/domain/x.test.ts", "vitest"],
  ])("%s may import %s", async (file, source) => {
    expect(await problems(file, `import "${source}";`)).toEqual([]);
  });
});

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
