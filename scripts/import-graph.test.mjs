// @ts-check
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCycles, readImportGraph } from "./import-graph.mjs";

const graph = readImportGraph(process.cwd(), ["app", "components", "lib", "e2e"]);

/** @param {string} file */
const isBrowserSide = (file) => /^(components|lib\/(client|contract|domain))\//.test(file);

describe("this repository", () => {
  it("has no imports in a ring", () => {
    expect(graph.size).toBeGreaterThan(50);
    expect(findCycles(graph)).toEqual([]);
  });

  it("never loads the server from the browser side, not even at run time", () => {
    const crossings = [...graph].filter(
      ([file, imports]) =>
        isBrowserSide(file) && imports.some((path) => /^lib\/server\//.test(path)),
    );
    expect(crossings).toEqual([]);
  });

  it("never loads the tests' side from the product", () => {
    const crossings = [...graph].filter(
      ([file, imports]) =>
        !/^e2e\/|\.test\.tsx?$|\/test-[a-z-]+\.ts$/.test(file) &&
        imports.some((path) => path.startsWith("e2e/")),
    );
    expect(crossings).toEqual([]);
  });
});

describe("the import graph", () => {
  it("sees static, type, re-exported and run-time imports, and the ring they make", () => {
    const root = mkdtempSync(join(tmpdir(), "graph-"));
    mkdirSync(join(root, "lib"));
    writeFileSync(join(root, "lib/a.ts"), 'import type { B } from "./b"; export type A = B;');
    writeFileSync(join(root, "lib/b.ts"), 'export { c } from "@/lib/c"; export type B = 1;');
    writeFileSync(join(root, "lib/c.tsx"), 'export const c = () => import("./a");');
    writeFileSync(join(root, "lib/d.ts"), 'import "./a"; import "node:fs";');
    const made = readImportGraph(root, ["lib"]);
    expect(made.get("lib/d.ts")).toEqual(["lib/a.ts"]);
    expect(findCycles(made)).toEqual([["lib/a.ts", "lib/b.ts", "lib/c.tsx", "lib/a.ts"]]);
  });
});
