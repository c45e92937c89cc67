import { describe, expect, it, vi } from "vitest";
import { GET as getTask } from "@/app/api/tasks/[taskId]/route";
import { field } from "@/e2e/emulator/test-emulator";
import { ANY_CONTRACT, faultBench, INTERVAL_MS, wireStep } from "@/test/faults/faults";
import { callRoute } from "@/test/product";
import { getApp } from "@/lib/server/app/get-app";
import { processLink } from "@/server/process-link.mjs";

const bench = faultBench();

/** A running task that shows nothing new, and the revision that a viewer has of it. */
async function quietTask(contract: string) {
  const taskId = await bench.newTask("running", contract, { startAtStep: 2 });
  await bench.patch(taskId, { steps: [wireStep(1)] });
  const { body } = await bench.readAfresh(taskId);
  const revision = String(field(body, "revision"));
  const ask = (seconds: number, init: RequestInit = {}) =>
    callRoute(
      getTask,
      `/api/tasks/${taskId}?since=${revision}&wait=${String(seconds)}`,
      { taskId },
      { headers: { "if-none-match": `"${revision}"` }, ...init },
    );
  return { taskId, ask };
}

describe.each(ANY_CONTRACT)("held answers, %s contract", (contract) => {
  it("an answer without news is held until there is some, and brings that alone", async () => {
    const { taskId, ask } = await quietTask(contract);
    let isHeld = true;
    const held = ask(10).finally(() => (isHeld = false));
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(isHeld).toBe(true);
    await bench.patch(taskId, { steps: [wireStep(1), wireStep(2)] });
    const response = await held;
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(field(body, "delta")).toBe(true);
    expect(field(body, "steps")).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(getApp().watch.size).toBe(0);
  });

  it("it ends without a body at the limit, and says when the content was last confirmed", async () => {
    const { ask } = await quietTask(contract);
    const from = Date.now();
    const response = await ask(1);
    expect(response.status).toBe(304);
    const confirmed = Date.parse(response.headers.get("x-fetched-at") ?? "");
    expect(Date.now() - from).toBeGreaterThanOrEqual(990);
    expect(confirmed).toBeGreaterThan(from);
    expect(getApp().watch.size).toBe(0);
  });

  it("all held answers are given when the process stops, and none is held afterwards", async () => {
    const { stopping } = processLink();
    const { ask } = await quietTask(contract);
    const held = Array.from({ length: 100 }, () => ask(20));
    await vi.waitFor(() => {
      expect(getApp().watch.size).toBe(1);
    });
    const from = Date.now();
    stopping.abort();
    for (const answer of [...(await Promise.all(held)), await ask(20)]) {
      expect(answer.status).toBe(304);
    }
    expect(Date.now() - from).toBeLessThan(2000);
    expect(getApp().watch.size).toBe(0);
  });

  it("a hundred viewers who wait cause the calls of one", async () => {
    const { taskId, ask } = await quietTask(contract);
    await bench.control("DELETE", "/requests");
    await Promise.all(Array.from({ length: 100 }, () => ask(1)));
    const calls = (await bench.statuses(`/tasks/${taskId}`)).length;
    expect(calls).toBeGreaterThan(2);
    expect(calls).toBeLessThanOrEqual(1.2 * (1000 / INTERVAL_MS));
  });

  it("a failing upstream lets the answer go, with its label", async () => {
    const { taskId, ask } = await quietTask(contract);
    const held = ask(10);
    await bench.breakPath(`/tasks/${taskId}$`, { kind: "status", status: 503 });
    const response = await held;
    expect(response.status).toBe(200);
    expect(field(await response.json(), "stale", "reason")).toBe("upstream-unavailable");
  });

  it("nobody is watched for once the viewer has gone", async () => {
    const { ask } = await quietTask(contract);
    const leave = new AbortController();
    const held = ask(10, { signal: leave.signal });
    await vi.waitFor(() => {
      expect(getApp().watch.size).toBe(1);
    });
    leave.abort();
    await held;
    expect(getApp().watch.size).toBe(0);
  });

  it("an answer is told at once to who has another revision, or where the configuration says so", async () => {
    const { taskId, ask } = await quietTask(contract);
    const other = await callRoute(getTask, `/api/tasks/${taskId}?since=other&wait=10`, { taskId });
    expect(other.status).toBe(200);
    bench.restart({ HOLD_SECONDS: "0" });
    expect((await ask(10)).status).toBe(304);
    expect(getApp().watch.size).toBe(0);
  });
});
