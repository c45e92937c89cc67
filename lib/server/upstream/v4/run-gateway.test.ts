import { describe, expect, it } from "vitest";
import { codeOf } from "@/test/upstream/gateway";
import { runBench } from "@/test/upstream/run-bench";
import {
  coreEvent,
  EVENTS_OF_STEP,
  MADE_AT,
  RUN_ID,
  RUN_SESSION_ID,
  stepEvents,
  wireEvent,
  wireRun,
  wireBrowser,
} from "@/test/upstream/run";
import { sendJson } from "@/test/upstream/server";

const bench = runBench();

describe("a run of v4", () => {
  it("is told as a task, with steps from its log and a live view", async () => {
    bench.world.events.push(...stepEvents(5, "milk"));
    bench.world.browsers = [wireBrowser("b1")];
    const { task, steps, contract, liveUrl, screenshotUrls } = await bench.read(null);
    expect(contract).toBe("v4");
    expect(task).toMatchObject({
      id: RUN_ID,
      prompt: "Buy milk",
      status: "running",
      model: "gpt-5.6-luna",
      startedAt: "2026-01-02T03:04:08.000Z",
      finishedAt: null,
      verdict: { agent: null, judge: null, judgement: null },
      cost: "0.0021",
      sessionStatus: "active",
      hasLive: true,
      stepCount: 1,
      run: { title: "Milk", error: null, browsers: [{ id: "b1", status: "active" }] },
    });
    expect(steps.map(({ number, nextGoal }) => [number, nextGoal])).toEqual([[1, "Now milk"]]);
    expect(liveUrl).toBe("https://live.browser-use.com/?wss=list");
    expect(screenshotUrls.get(1)).toMatch(/^v4-picture:/);
    expect(JSON.stringify([task, steps])).not.toMatch(/live\.browser-use|base64|secret\.example/);
  });

  it("costs one status read and one read of its new events, once it is known", async () => {
    bench.world.events.push(...stepEvents(5, "milk"));
    let run = await bench.read(null);
    bench.asked();
    for (let step = 0; step < 5; step += 1) {
      bench.world.events.push(...stepEvents(12 + step * EVENTS_OF_STEP, `part-${String(step)}`));
      const last = bench.world.events.at(-1 - EVENTS_OF_STEP)?.id ?? 0;
      run = await bench.read(run);
      const paths = bench.asked().filter((path) => !path.startsWith("/browsers"));
      expect(paths.sort()).toEqual([`/run/events?after=${String(last)}&limit=200`, "/run/status"]);
    }
    expect(run.steps).toHaveLength(6);
  });

  it("is read to its end, page by page, and looked at once more after it", async () => {
    for (let step = 0; step < 30; step += 1) {
      bench.world.events.push(...stepEvents(5 + step * EVENTS_OF_STEP, `part-${String(step)}`));
    }
    bench.world.pageSize = 10;
    const running = await bench.read(null);
    expect(running.steps).toHaveLength(30);
    const end = bench.world.events.length + 1;
    bench.world.run = wireRun({
      status: "completed",
      result: "Milk is bought",
      totalCostUsd: "0.0700",
      totalInputTokens: 31_000,
      updatedAt: "2026-01-02T03:09:00Z",
    });
    bench.world.events.push(wireEvent(end, "run.completed"));
    bench.asked();
    const over = await bench.read(running);
    expect(bench.asked().filter((path) => path.startsWith("/run/events"))).toHaveLength(2);
    expect(over.task).toMatchObject({
      status: "finished",
      rawStatus: "completed",
      output: "Milk is bought",
      cost: "0.0700",
      finishedAt: new Date(MADE_AT + end * 1000).toISOString(),
      run: { usage: { inputTokens: 31_000 } },
    });
    // Events that come after the end are read, and so is a judgement.
    bench.world.events.push(...stepEvents(end + 1, "late"));
    bench.world.run = {
      ...bench.world.run,
      judgement: { verdict: false, failure_reason: "No milk" },
    };
    const judged = await bench.read(over, 30);
    expect(judged.steps).toHaveLength(31);
    expect(judged.task).toMatchObject({
      verdict: { agent: null, judge: false, judgement: "No milk" },
      finishedAt: over.task.finishedAt,
    });
  });

  it("is read in full after a reading that cuts its steps broke off", async () => {
    const long = "long ".repeat(40_000);
    const [first, ...rest] = [...stepEvents(5, "milk"), ...stepEvents(12, "bread")];
    if (first === undefined) throw new Error("There are events");
    bench.world.events.push(first, ...rest);
    bench.world.events[7] = coreEvent(8, "reasoning", { type: "reasoning", text: long });
    bench.world.pageSize = 12;
    let pages = 0;
    bench.world.instead = (path, response) => {
      if (!path.endsWith("/events") || (pages += 1) !== 2) return false;
      sendJson(response, { detail: "x" }, 500);
      return true;
    };
    expect(await codeOf(bench.read(null))).toBe("upstream-unavailable");
    const full = await bench.gateway.getFullTask(RUN_ID);
    expect(full.steps[0]?.memory).toBe(long);
  });

  it("says why it failed, by the run or by its log", async () => {
    bench.world.run = wireRun({ status: "failed", error: "Out of credits" });
    expect((await bench.read(null)).task.run?.error).toBe("Out of credits");
    bench.world.run = wireRun({ status: "failed" });
    bench.world.events.push(wireEvent(5, "run.dispatch_failed", { error: "No machine" }));
    expect((await bench.gateway.getTask(RUN_ID, null)).task).toMatchObject({
      status: "failed",
      run: { error: "No machine" },
    });
  });

  it.each([
    ["429", 429],
    ["500", 500],
  ])("goes on by its log where its status is answered %s", async (_, status) => {
    const running = await bench.read(null);
    bench.world.instead = (path, response) => {
      if (!path.endsWith("/status")) return false;
      sendJson(response, { error: "rate_limited", retry_after_seconds: 30 }, status);
      return true;
    };
    bench.world.events.push(...stepEvents(5, "milk"));
    const next = await bench.read(running);
    expect(next.steps).toHaveLength(1);
    expect(next.task.status).toBe("running");
    bench.world.events.push(wireEvent(12, "run.completed"));
    bench.world.run = wireRun({ status: "completed", result: "Done" });
    expect((await bench.read(next)).task).toMatchObject({ status: "finished", output: "Done" });
  });

  it.each([
    [404, "task-not-found"],
    [410, "task-gone"],
    [401, "key-rejected"],
    [429, "upstream-rate-limited"],
    [500, "upstream-unavailable"],
  ])("is not told where its log is answered %s", async (status, code) => {
    const running = await bench.read(null);
    bench.world.instead = (path, response) => {
      if (!path.endsWith("/events")) return false;
      sendJson(response, { detail: "x" }, status);
      return true;
    };
    expect(await codeOf(bench.read(running))).toBe(code);
  });

  it.each([null, [], "x", { events: 7 }])("refuses %j as a page of events", async (body) => {
    bench.world.instead = (path, response) => {
      if (!path.endsWith("/events")) return false;
      sendJson(response, body);
      return true;
    };
    expect(await codeOf(bench.read(null))).toBe("upstream-invalid");
  });

  it("refuses the answer for another run", async () => {
    bench.world.instead = (path, response) => {
      sendJson(response, wireRun({ id: RUN_SESSION_ID }));
      return path === `/runs/${RUN_ID}`;
    };
    expect(await codeOf(bench.read(null))).toBe("upstream-invalid");
  });
});

describe("the list of runs", () => {
  it.each([
    [{ sessionId: RUN_SESSION_ID }, 1],
    [{ sessionId: RUN_ID }, 0],
    [{ status: "running" }, 1],
    [{ status: "finished" }, 0],
    [{ after: "2026-01-02T03:04:04.000Z" }, 1],
    [{ after: "2026-01-02T03:04:05.000Z" }, 0],
    [{ before: "2026-01-02T03:04:05.000Z" }, 0],
    [{ status: "running", before: "2026-01-02T03:04:06.000Z" }, 1],
  ] as const)("asked for %j has %i of one", async (filter, count) => {
    const { items } = await bench.gateway.listTasks(1, 20, filter);
    expect(items).toHaveLength(count);
  });

  it("is told as tasks, and filtered by session", async () => {
    const list = await bench.gateway.listTasks(1, 20, {});
    expect(list.items).toMatchObject([{ id: RUN_ID, prompt: "Buy milk", status: "running" }]);
    expect(await bench.gateway.listSessionTasks(RUN_SESSION_ID)).toHaveLength(1);
    expect(await bench.gateway.listSessionTasks(RUN_ID)).toEqual([]);
  });
});
