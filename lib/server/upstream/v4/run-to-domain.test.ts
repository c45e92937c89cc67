import { describe, expect, it } from "vitest";
import { runBench } from "@/test/upstream/run-bench";
import {
  coreEvent,
  MADE_AT,
  RUN_ID,
  stepEvents,
  toolEvent,
  wireBrowser,
  wireEvent,
  wireRun,
} from "@/test/upstream/run";

const bench = runBench();
const at = (id: number) => new Date(MADE_AT + id * 1000).toISOString();

async function taskOf(fields: Record<string, unknown>) {
  bench.world.run = wireRun(fields);
  return (await bench.gateway.getTask(RUN_ID, null)).task;
}

describe("a field of a task, of a run of v4", () => {
  it.each([
    ["queued", "created"],
    ["dispatching", "created"],
    ["running", "running"],
    ["completed", "finished"],
    ["failed", "failed"],
    ["cancelled", "stopped"],
    ["hibernating", "unknown"],
  ])("status %s is %s, and stays as it came", async (rawStatus, status) => {
    expect(await taskOf({ status: rawStatus })).toMatchObject({ rawStatus, status });
  });

  it("id, prompt, model, time and output are the run's", async () => {
    const fields = { id: RUN_ID.toUpperCase(), task: "Find tea", model: "m-1", result: "Oolong" };
    bench.world.instead = (path, response) => {
      if (path !== `/runs/${RUN_ID}`) return false;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(wireRun({ ...fields, status: "completed" })));
      return true;
    };
    const { task } = await bench.read(null);
    expect(task).toMatchObject({ id: RUN_ID, prompt: "Find tea", model: "m-1", output: "Oolong" });
    expect(task.createdAt).toBe("2026-01-02T03:04:05.000Z");
  });

  it("begins when it was dispatched, else with its first sign of life", async () => {
    expect((await taskOf({})).startedAt).toBe(at(3));
    bench.world.events = bench.world.events.filter(({ type }) => type === "browser.ready");
    expect((await taskOf({})).startedAt).toBe(at(4));
    bench.world.events = [];
    expect((await taskOf({})).startedAt).toBeNull();
  });

  it("ends with the event of its end, whatever else is written later; else when it was last written", async () => {
    const ended = { status: "completed", updatedAt: "2026-01-02T05:00:00Z" };
    expect((await taskOf(ended)).finishedAt).toBe("2026-01-02T05:00:00.000Z");
    bench.world.events.push(wireEvent(9, "run.completed"));
    expect((await taskOf(ended)).finishedAt).toBe(at(9));
    expect((await taskOf({})).finishedAt).toBe(at(9));
  });

  it.each([
    [null, { agent: null, judge: null, judgement: null }],
    [{ verdict: true }, { agent: null, judge: true }],
    [
      { verdict: false, failure_reason: "No tea" },
      { agent: null, judge: false, judgement: "No tea" },
    ],
    [{ opinion: "fine" }, { agent: null, judge: null }],
    ["fine", { agent: null, judge: null }],
  ])("judgement %j is a verdict of the judge alone", async (judgement, verdict) => {
    const task = await taskOf({ status: "completed", judgement });
    expect(task.verdict).toMatchObject(verdict);
  });

  it("cost is its total and what its searches cost; that of its browsers stands beside it", async () => {
    bench.world.events.push(
      wireEvent(5, "search.performed", { query: "tea", num_results: 3, cost_usd: "0.005" }),
    );
    bench.world.browsers = [wireBrowser("b1")];
    const task = await taskOf({ status: "completed", totalCostUsd: "0.07" });
    expect(task.cost).toBe("0.075");
    expect(task.run).toMatchObject({ searchCost: "0.005", usage: { cost: "0.07" } });
    bench.world.browsers = [wireBrowser("b1")];
    const running = await taskOf({});
    expect(running.run?.browsers).toMatchObject([{ id: "b1" }]);
  });

  it("has none of what only v2 tells", async () => {
    expect(await taskOf({})).toMatchObject({ metadata: {}, agentVersion: null, suggestions: null });
  });
});

describe("a field of a step, of a run of v4", () => {
  async function stepOf(...events: typeof bench.world.events) {
    bench.world.events.push(...events);
    const { steps } = await bench.gateway.getTask(RUN_ID, null);
    return steps[0];
  }

  it("number, reasoning, goal, action, address and length are those of its events", async () => {
    const step = await stepOf(...stepEvents(5, "tea"));
    expect(step).toMatchObject({
      number: 1,
      memory: "Because of tea",
      nextGoal: "Now tea",
      evaluation: "",
      durationSeconds: 4,
      actions: [{ name: "browser_execute" }],
    });
  });

  it("goal is the title of its tool, or the description that it was given, where it has no words", async () => {
    const input = { command: "ls", description: "List files" };
    expect(await stepOf(toolEvent(5, "shell", { input, title: "Files" }))).toMatchObject({
      nextGoal: "Files",
    });
    bench.world.events.splice(4);
    expect(await stepOf(toolEvent(5, "shell", { input }))).toMatchObject({
      nextGoal: "List files",
    });
  });

  it("has failed where its tool has, and is no success because one ran", async () => {
    const failed = { status: "error", error: "No such file" };
    expect(await stepOf(toolEvent(5, "read", failed))).toMatchObject({ outcome: "failure" });
    bench.world.events.splice(4);
    expect(await stepOf(toolEvent(5, "read", {}))).toMatchObject({ outcome: "unknown" });
  });

  it("has no address but one that plainly stands in what its tool was given", async () => {
    expect((await stepOf(toolEvent(5, "shell", { input: { command: "ls" } })))?.url).toBe("");
    bench.world.events.splice(4);
    const url = "https://tea.example/oolong";
    const input = { code: `await page.goto(${JSON.stringify(url)})` };
    expect((await stepOf(toolEvent(5, "browser_execute", { input })))?.url).toBe(url);
  });

  it("has no picture where its tool told none", async () => {
    bench.world.events.push(coreEvent(5, "text", { type: "text", text: "Words" }));
    const { screenshotUrls, steps } = await bench.read(null);
    expect([screenshotUrls.size, steps[0]?.hasScreenshot]).toEqual([0, false]);
  });
});
