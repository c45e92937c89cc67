import { expect, it } from "vitest";
import { sampleEntry } from "@/test/factories/task-list";
import { neighbourRun } from "./neighbour-run";
import type { RunList } from "./run-list";

const runs = ["new", "mid", "old"].map((id, place) =>
  sampleEntry({ id, createdAt: `2026-11-0${String(9 - place)}T00:00:00.000Z` }),
);
const list: RunList = { runs, nextPage: null, completeTo: null, total: 3, unread: [] };

it.each([
  ["mid", "newer", { id: "new" }],
  ["mid", "older", { id: "old" }],
  ["new", "newer", { id: null, reason: "is-newest" }],
  ["old", "older", { id: null, reason: "is-oldest" }],
  ["other", "older", { id: null, reason: "not-read" }],
] as const)("from %s to the %s one", (from, way, to) => {
  expect(neighbourRun(list, from, way)).toEqual(to);
});

it("says that older ones were not searched, and leads over no gap", () => {
  const part = { ...list, nextPage: 2, completeTo: "2026-11-08T00:00:00.000Z" };
  expect(neighbourRun(part, "mid", "older")).toEqual({ id: null, reason: "not-searched" });
});
