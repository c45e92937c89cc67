// @ts-check
import { expect, it } from "vitest";
import { layOver } from "./lay-over.mjs";

const WHOLE = {
  revision: "a",
  fetchedAt: "2026-11-27T00:00:00.000Z",
  stale: null,
  task: { status: "running", output: null },
  steps: [
    { number: 1, url: "https://shop.example", outcome: "unknown" },
    { number: 2, url: null, outcome: "unknown" },
  ],
};

it("takes a snapshot, and lays what changed over it", () => {
  const delta = {
    delta: true,
    revision: "b",
    task: { status: "finished" },
    steps: [
      { number: 1, outcome: "success" },
      { number: 3, url: null, outcome: "unknown" },
    ],
    removed: [2],
  };
  const before = layOver(null, WHOLE);
  expect(layOver(before, delta)).toEqual({
    revision: "b",
    stale: null,
    head: { status: "finished", output: null },
    steps: [
      { number: 1, url: "https://shop.example", outcome: "success" },
      { number: 3, url: null, outcome: "unknown" },
    ],
  });
  expect(before).toEqual(layOver(null, WHOLE));
});

it("reads what a share link shows in the same way", () => {
  const before = layOver(null, { revision: "a", head: { status: "running" }, steps: [] });
  const after = layOver(before, { delta: true, revision: "b", head: { status: "failed" } });
  expect(after).toEqual({ revision: "b", stale: null, head: { status: "failed" }, steps: [] });
});

it("does not take a delta for a snapshot", () => {
  expect(() => layOver(null, { delta: true, revision: "b" })).toThrow("nobody asked for");
});
