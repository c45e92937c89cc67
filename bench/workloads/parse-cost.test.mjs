// @ts-check
import { expect, it } from "vitest";
import { parseMs } from "./parse-cost.mjs";

it("tells the cost of one document, not of all", () => {
  const small = Buffer.from(JSON.stringify({ steps: ["x".repeat(100)] }));
  const large = Buffer.from(JSON.stringify({ steps: Array.from({ length: 20_000 }, String) }));
  expect(parseMs([small, small, small])).toBeLessThan(parseMs([large]));
});
