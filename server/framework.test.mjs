// @ts-check
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { trackedFiles } from "../scripts/tracked-files.mjs";

/** What of the framework is no public interface of it: names that a new version may change without a word. */
const PRIVATE =
  /next\/dist\/[\w./-]+|\.next\/BUILD_ID|__reactProps\$|x-nextjs-[\w-]+|next-(?:router|hmr|html|action|url)[\w-]*|webpack-hmr/g;

/**
 * Where each of them stands, and what notices a change. Specs count as noticing: they are the place for such names.
 * @type {Readonly<Record<string, { names: readonly string[], noticedBy: string }>>}
 */
const LEFT = {
  "server/main.mjs": {
    names: [".next/BUILD_ID"],
    noticedBy: "every spec: without that file no server starts",
  },
  "server/reject-request.mjs": {
    names: [
      "next-router-state-tree",
      "next-router-prefetch",
      "next-router-segment-prefetch",
      "next-url",
      "next-hmr-refresh",
      "next-html-request-id",
      "x-nextjs-html-request-id",
    ],
    noticedBy: "return.spec.ts and compare.spec.ts, which go from page to page within a document",
  },
};

/** Tests, and what only measures or builds: a change there is seen when they run. */
const MAY = /\.(?:test|spec)\.(?:mjs|tsx?)$|^(?:test|e2e|bench|scripts)\//;

it("depends on no private name of the framework but those that are listed, and on each of these", () => {
  const found = new Map();
  for (const file of trackedFiles()) {
    if (!/\.(?:mjs|tsx?)$/.test(file) || MAY.test(file)) continue;
    const names = readFileSync(file, "utf8").match(PRIVATE) ?? [];
    if (names.length > 0) found.set(file, [...new Set(names)].sort());
  }
  const listed = Object.entries(LEFT).map(([file, { names }]) => [file, [...names].sort()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
});
