import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAction } from "@/lib/domain/task/action";
import { compareRuns } from "@/lib/domain/compare/compare-runs";
import { findRepeats } from "./find-repeats";
import { findSuspects } from "@/lib/domain/suspects/find-suspects";
import { pacedTask, startPace } from "@/lib/domain/freshness/step-pace";
import type { Step } from "@/lib/domain/task/step";
import { findStall } from "@/lib/domain/freshness/stall";
import type { Task } from "@/lib/domain/task/task";
import { testContent } from "@/test/factories/content";

const NOW = Date.parse("2026-11-20T10:02:00Z");

type Wire = { number: number; memory: string; url: string; actions: string[] };

function runOf(name: string, task: Partial<Task>) {
  const file = readFileSync(new URL(`../../../test/field/${name}`, import.meta.url), "utf8");
  // The files are the project's own.
  const { steps } = JSON.parse(file) as { steps: Wire[] };
  return testContent({
    task,
    steps: steps.map(({ number, memory, url, actions }) => ({
      number,
      memory,
      url,
      actions: actions.map(parseAction),
    })),
  });
}

describe("a run that fills memory only", () => {
  it("raises no alarm while it pages through a list, and no suspect after a success", () => {
    const running = runOf("14-flash-paging-stuck.json", {});
    expect(findStall(running, startPace(pacedTask(running), NOW), NOW)).toBeNull();
    const verdict = { agent: true, judge: null, judgement: null };
    const finished = runOf("14-flash-paging-stuck.json", { status: "finished", verdict });
    expect(findSuspects(finished, NOW)).toEqual([]);
  });

  it("has no suspect after a success but a step that changed nothing", () => {
    const verdict = { agent: true, judge: null, judgement: null };
    const run = runOf("01-flash-run.json", { status: "finished", verdict });
    expect(findSuspects(run, NOW).filter(({ step }) => step !== 3 && step !== 4)).toEqual([]);
  });

  it("has no failed steps to count where nobody judged one", () => {
    const run = runOf("01-flash-run.json", { status: "finished" });
    const failed = compareRuns(run, run, NOW).find(({ name }) => name === "Failed steps");
    expect(failed).toMatchObject({ a: "–", b: "–", difference: "Not known" });
  });
});

describe("repetition alone is no loop", () => {
  const clicks = (parts: readonly Partial<Step>[]) =>
    findRepeats(
      testContent({
        steps: parts.map((part) => ({
          url: "https://a.example/list",
          actions: [parseAction('{"click":{"index":7}}')],
          ...part,
        })),
      }).steps,
    ).length;
  const times = (count: number, part: (index: number) => Partial<Step>) =>
    Array.from({ length: count }, (_, index) => part(index));

  it.each([
    ["memory goes on", times(8, (index) => ({ memory: `Page ${String(index)} read` })), 0],
    ["memory stands still", times(5, () => ({ memory: "The menu is closed" })), 1],
    [
      "memory says each time that nothing changed",
      times(6, (index) => ({ memory: `Try ${String(index)}: the menu did not open.` })),
      1,
    ],
    ["pictures differ", times(6, (index) => ({ screenshotKey: `p${String(index)}` })), 0],
    ["pictures are the same", times(5, () => ({ screenshotKey: "p" })), 1],
    ["nothing is known but the page", times(5, () => ({})), 1],
    ["each is judged a success", times(6, () => ({ outcome: "success" })), 0],
    ["each is judged a failure", times(4, (i) => ({ outcome: "failure", memory: String(i) })), 1],
    [
      "each leads to another page",
      times(6, (index) => ({ url: `https://a.example/list?page=${String(index)}` })),
      0,
    ],
  ] as const)("%s", (_name, parts, loops) => {
    expect(clicks(parts)).toBe(loops);
  });
});
