import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { ANY_CONTRACT, faultBench } from "./faults";

const bench = faultBench();
const SECOND = 1000;
const MINUTE = 60 * SECOND;

afterEach(() => {
  vi.useRealTimers();
});

const staleReason = (body: unknown) => field(body, "stale", "reason") ?? null;

describe.each(ANY_CONTRACT)("an upstream that is down, %s contract", (contract) => {
  beforeEach(() => {
    bench.freezeClock();
  });

  async function seenTask(): Promise<string> {
    const taskId = await bench.newTask("running", contract, { startAtStep: 3 });
    await bench.readTask(taskId);
    await bench.control("DELETE", "/requests");
    return taskId;
  }

  it.each([
    [500, "upstream-unavailable"],
    [502, "upstream-unavailable"],
    [503, "upstream-unavailable"],
    [504, "upstream-timeout"],
    [520, "upstream-unavailable"],
  ])(
    "E11 after %i what was known is shown for ten minutes, and the breaker opens",
    async (status, code) => {
      const taskId = await seenTask();
      await bench.breakPath("/api/v2/", { kind: "status", status });
      for (let failure = 1; failure <= 5; failure++) {
        const { body } = await bench.readAfter(2500, taskId);
        expect([failure, staleReason(body)]).toEqual([failure, failure === 1 ? null : code]);
      }
      expect(await bench.taskCalls(taskId)).toBe(5);
      // Open now: one probe in 2.5 s for all tasks; somebody who opens one may look.
      const other = await bench.newTask("running", contract);
      expect((await bench.readAfter(500, other)).status).toBe(
        code === "upstream-timeout" ? 504 : 502,
      );
      for (let tenth = 0; tenth < 20; tenth++) await bench.readAfter(100, taskId);
      expect(await bench.taskCalls(taskId)).toBe(5);
      expect((await bench.readAfter(10 * MINUTE - 16 * SECOND, taskId)).status).toBe(200);
      expect((await bench.readAfter(2 * SECOND, taskId)).body).toMatchObject({ code });
    },
  );

  it("E11 503 with Retry-After holds all calls that long", async () => {
    const [taskId, other] = [await seenTask(), await seenTask()];
    const headers = { "retry-after": "9" };
    await bench.breakPath("/api/v2/", { kind: "status", status: 503, headers }, 1);
    await bench.readAfter(SECOND, taskId);
    const unseen = await bench.readTask(await bench.newTask("running", contract));
    expect([field(unseen.body, "code"), unseen.headers.get("retry-after")]).toEqual([
      "upstream-unavailable",
      "9",
    ]);
    await bench.readAfter(8900, taskId);
    await bench.readAfter(0, other);
    expect(await bench.statuses("/api/v2/")).toEqual([503]);
    expect(staleReason((await bench.readAfter(100, other)).body)).toBeNull();
  });

  it("E26 an upstream that answers every other time never labels the page", async () => {
    const taskId = await seenTask();
    await bench.breakPath(`/tasks/${taskId}$`, { kind: "status", status: 500 }, null, 2);
    const labels = new Set<unknown>();
    let oldest = 0;
    for (let half = 0; half < 120; half++) {
      const { body } = await bench.readAfter(500, taskId);
      labels.add(staleReason(body));
      oldest = Math.max(oldest, Date.now() - Date.parse(String(field(body, "fetchedAt"))));
    }
    const statuses = await bench.statuses(`/tasks/${taskId}`);
    expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(10);
    expect([...labels]).toEqual([null]);
    expect(oldest).toBeLessThanOrEqual(10 * SECOND);
  });

  it("E26 data that is older than ten seconds is labelled whatever the failures in a row", async () => {
    const taskId = await seenTask();
    await bench.breakPath(`/tasks/${taskId}$`, { kind: "status", status: 500 });
    expect(staleReason((await bench.readAfter(11_000, taskId)).body)).toBe("upstream-unavailable");
  });

  it.each([
    ["ten seconds", 10 * SECOND, SECOND],
    ["ten minutes", 10 * MINUTE, SECOND],
    ["two hours", 120 * MINUTE, 10 * SECOND],
  ])(
    "E27 after %s without an upstream the page is right again within five seconds",
    async (_, length, step) => {
      const taskId = await seenTask();
      await bench.breakPath("/api/v2/", { kind: "reset" });
      for (let passed = 0; passed < length; passed += step) {
        const { status } = await bench.readAfter(step, taskId);
        const isKept = passed + step <= 10 * MINUTE;
        expect([passed, status]).toEqual([passed, isKept ? 200 : 502]);
      }
      // A reset is tried twice: the connection may only have been old.
      expect(await bench.taskCalls(taskId)).toBeLessThanOrEqual((2 * length) / 2500 + 12);
      await bench.control("DELETE", "/faults");
      const backAt = Date.now();
      let reading = await bench.readAfter(250, taskId);
      while (reading.status !== 200 || staleReason(reading.body) !== null) {
        reading = await bench.readAfter(250, taskId);
        expect(Date.now() - backAt).toBeLessThanOrEqual(5 * SECOND);
      }
      expect(Date.parse(String(field(reading.body, "fetchedAt")))).toBeGreaterThanOrEqual(backAt);
    },
  );
});

describe.each(ANY_CONTRACT)("an upstream that is down for a moment, %s contract", (contract) => {
  it("E27 a real outage of three seconds is over for the page within five", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 3 });
    await bench.readTask(taskId);
    await bench.breakPath("/api/v2/", { kind: "reset" });
    const until = Date.now() + 3 * SECOND;
    let label: unknown = null;
    while (Date.now() < until) {
      const { status, body } = await bench.readTask(taskId);
      expect(status).toBe(200);
      label = staleReason(body);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(label).toBe("upstream-unavailable");
    await bench.control("DELETE", "/faults");
    const backAt = Date.now();
    const { body } = await bench.readAfresh(taskId);
    expect(staleReason(body)).toBeNull();
    expect(Date.now() - backAt).toBeLessThan(5 * SECOND);
  });
});
