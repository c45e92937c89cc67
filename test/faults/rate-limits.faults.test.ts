import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { getApp } from "@/lib/server/app/get-app";
import { ANY_CONTRACT, faultBench } from "./faults";

const bench = faultBench();

afterEach(() => {
  vi.useRealTimers();
});

describe.each(ANY_CONTRACT)("an upstream that limits the rate, %s contract", (contract) => {
  beforeEach(() => {
    bench.freezeClock();
  });

  /** Tasks that were read. */
  async function seenTasks(count: number): Promise<string[]> {
    const taskIds: string[] = [];
    for (let made = 0; made < count; made++) {
      const taskId = await bench.newTask("running", contract);
      await bench.readTask(taskId);
      taskIds.push(taskId);
    }
    await bench.control("DELETE", "/requests");
    return taskIds;
  }

  const limit = (headers: Record<string, string>, times: number | null) =>
    bench.breakPath("/api/v2/", { kind: "status", status: 429, headers }, times);

  it("E08 without Retry-After all tasks pause together, longer with each refusal, up to a minute", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.999);
    bench.restart();
    const [taskId = ""] = await seenTasks(1);
    await limit({}, null);
    const waits: number[] = [];
    for (let refusal = 1; refusal <= 8; refusal++) {
      const { status, body } = await bench.readAfter(1000, taskId);
      expect([status, field(body, "stale", "reason")]).toEqual([200, "upstream-rate-limited"]);
      const other = await bench.readTask(await bench.newTask("running", contract));
      expect([other.status, field(other.body, "code")]).toEqual([503, "upstream-rate-limited"]);
      expect(await bench.statuses("/api/v2/")).toHaveLength(refusal);
      waits.push(Number(other.headers.get("retry-after")));
      bench.advance((waits.at(-1) ?? 0) * 1000 - 1000);
    }
    expect(waits).toEqual([2, 3, 5, 9, 17, 33, 60, 60]);
  });

  it("E09 Retry-After: 7 means no call for any task for seven seconds", async () => {
    const [first = "", ...others] = await seenTasks(3);
    await limit({ "retry-after": "7" }, 1);
    const { headers, body } = await bench.readAfter(1000, first);
    expect([headers.get("retry-after"), field(body, "stale", "reason")]).toEqual([
      null,
      "upstream-rate-limited",
    ]);
    for (let tenth = 0; tenth < 69; tenth++) {
      for (const taskId of [first, ...others]) await bench.readAfter(0, taskId);
      bench.advance(100);
    }
    expect(await bench.statuses("/api/v2/")).toEqual([429]);
    const recovered = await bench.readAfter(100, first);
    expect([recovered.status, field(recovered.body, "stale")]).toEqual([200, null]);
  });

  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

  it.each([
    ["a date to come", () => inSeconds(21), 20],
    ["a date far off", () => inSeconds(9000), 300],
    ["a date that has passed", () => inSeconds(-60), 2],
    ["a negative number", () => "-5", 2],
    ["no number", () => "abc", 2],
    ["nothing", () => "0", 2],
    ["an age", () => "999999999", 300],
  ])(
    "E10 Retry-After with %s is a pause of its own length, at most five minutes",
    async (_, value, seconds) => {
      vi.spyOn(Math, "random").mockReturnValue(0.999);
      bench.restart();
      const [taskId = ""] = await seenTasks(1);
      await limit({ "retry-after": value() }, 1);
      await bench.readAfter(1000, taskId);
      const other = await bench.readTask(await bench.newTask("running", contract));
      expect(other.headers.get("retry-after")).toBe(String(seconds));
      await bench.readAfter(seconds * 1000 - 1100, taskId);
      expect(await bench.statuses("/api/v2/")).toEqual([429]);
      await bench.readAfter(1100, taskId);
      expect((await bench.statuses("/api/v2/"))[1]).toBe(200);
    },
  );
});

it("E30 of two hundred open tasks those viewed longest ago are called less, and no more than sixteen calls are refused at once", async () => {
  bench.freezeClock();
  const taskIds: string[] = [];
  for (let made = 0; made < 200; made++) taskIds.push(await bench.newTask("running", "documented"));
  const readAll = async () => {
    const readings: Promise<{ status: number }>[] = [];
    for (const taskId of taskIds) {
      bench.advance(1);
      readings.push(bench.readTask(taskId));
      // The read gets as far as the queue, while no answer can come yet.
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    }
    const read = await Promise.all(readings);
    // A reader on a busy machine may leave before the call has ended.
    const calls = await Promise.allSettled(getTask.mock.results.map(({ value }): unknown => value));
    getTask.mockClear();
    return { read, calls };
  };
  const getTask = vi.spyOn(getApp().gateway, "getTask");
  await readAll();
  await bench.control("DELETE", "/requests");
  await bench.breakPath("/api/v2/", { kind: "rate-limit", perSecond: 50 });
  let bursts = 0;
  for (let second = 0; second < 20; second++) {
    bench.advance(1000);
    const { read, calls } = await readAll();
    expect(read.every(({ status }) => status === 200)).toBe(true);
    // Counted here, as a call whose connection was lost is made twice.
    const refused = calls.filter(({ status }) => status === "rejected");
    expect(refused.length).toBeLessThanOrEqual(16);
    if (calls.length > 0) bursts++;
  }
  expect(bursts).toBeLessThan(20);
  const { body } = await bench.control("GET", "/requests?path=/api/v2/tasks/");
  const answered = Array.isArray(body) ? body.filter((each) => field(each, "status") === 200) : [];
  const count = (ids: readonly string[]) =>
    answered.filter((each) => ids.includes(String(field(each, "path")).split("/").at(-1) ?? ""))
      .length;
  expect(count(taskIds.slice(100))).toBeGreaterThan(1.5 * count(taskIds.slice(0, 100)));
});
