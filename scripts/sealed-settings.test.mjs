// @ts-check
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sealedSettings } from "./sealed-settings.mjs";

it("empties exactly the settings that the server knows, and lets it remember nothing", () => {
  const source = readFileSync("lib/server/config/env.ts", "utf8");
  const schema = source.slice(source.indexOf("z.object({"), source.indexOf("\n});"));
  const known = [...schema.matchAll(/^ {2}([A-Z0-9_]+):/gm)].map(([, name = ""]) => name);
  expect(known).toContain("BROWSER_USE_API_KEY");
  expect(Object.keys(sealedSettings()).sort()).toEqual(
    known.filter((name) => name !== "NODE_ENV").sort(),
  );
  const { DATA_DIR, ...others } = sealedSettings();
  expect(DATA_DIR).toBe("memory");
  expect(new Set(Object.values(others))).toEqual(new Set([""]));
});

it("keeps the example free of a key", () => {
  expect(readFileSync(".env.example", "utf8")).toMatch(/^BROWSER_USE_API_KEY=$/m);
});
