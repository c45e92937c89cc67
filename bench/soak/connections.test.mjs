// @ts-check
import { expect, it } from "vitest";
import { countConnections } from "./connections.mjs";

/** @param {readonly [local: string, state: string][]} rows */
const table = (rows) =>
  [
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid",
    ...rows.map(
      ([local, state], index) =>
        `   ${String(index)}: 0100007F:${local} 0100007F:9C40 ${state} 00000000:00000000 00:00000000 00000000     0`,
    ),
  ].join("\n");

it("counts what a server on a port holds, and nothing that is over", () => {
  const text = table([
    ["0BB8", "0A"],
    ["0BB8", "01"],
    ["0BB8", "08"],
    ["0BB8", "06"],
    ["0BB9", "01"],
  ]);
  expect(countConnections(text, 3000)).toBe(2);
  expect(countConnections(text, 3001)).toBe(1);
  expect(countConnections("", 3000)).toBe(0);
});
