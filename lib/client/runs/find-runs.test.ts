import { expect, it } from "vitest";
import { sampleEntry } from "@/test/factories/task-list";
import { findRuns } from "./find-runs";
import { isFilteringRuns, parseRunFilter, runVerdict } from "./run-filter";

const SESSION = "8079447b-1ec1-58b7-86a3-7b777412a300";
const RUNS = [
  sampleEntry({ id: "a", prompt: "Order coffee in Zürich", sessionId: SESSION }),
  sampleEntry({ id: "b", prompt: "Book a table", status: "failed", model: null }),
  sampleEntry({
    id: "c",
    prompt: "Compare coffee prices",
    verdict: { agent: true, judge: false, judgement: null },
  }),
];

const found = (query: string) =>
  findRuns(RUNS, parseRunFilter(new URLSearchParams(query))).map(({ id }) => id);

it.each([
  ["", ["a", "b", "c"]],
  ["q=coffee", ["a", "c"]],
  ["q=%20ZURICH%20coffee", ["a"]],
  ["q=b%0", []],
  ["status=failed", ["b"]],
  ["status=nonsense", ["a", "b", "c"]],
  ["verdict=disagree", ["c"]],
  ["verdict=none", ["a", "b"]],
  ["model=gpt-5", ["a", "c"]],
  ["model=gpt-4", []],
  [`session=${SESSION.toUpperCase()}`, ["a"]],
  ["session=x", ["a", "b", "c"]],
  ["q=gpt-5&verdict=disagree", ["c"]],
  ["list=opened", ["a", "b", "c"]],
])("the address ?%s leaves %j", (query, ids) => {
  expect(found(query)).toEqual(ids);
});

it("tells whether anything may be left out", () => {
  const filtering = (query: string) => isFilteringRuns(parseRunFilter(new URLSearchParams(query)));
  expect(["q=%20", "list=opened", "status=x"].map(filtering)).toEqual([false, false, false]);
  expect(["q=x", "model=m", "verdict=none"].map(filtering)).toEqual([true, true, true]);
});

it.each([
  [null, null, "none"],
  [true, null, "success"],
  [null, false, "failure"],
  [true, false, "disagree"],
  [false, false, "failure"],
  [true, true, "success"],
] as const)("agent %s and judge %s together say %s", (agent, judge, verdict) => {
  expect(runVerdict({ agent, judge })).toBe(verdict);
});
