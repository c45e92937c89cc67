import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CLUSTER_TIMES } from "./cluster-times";
import { MemoryCache } from "./memory-cache";
import type { SharedCache } from "./shared-cache";
import { createInstance, sleep, upstreamTask, type Instance } from "@/test/instances";
import { TASK_ID } from "@/test/upstream/task";

const INTERVAL_MS = 1000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-01-02T03:05:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A cache that can be lost: every call then fails. */
function losable(cache: SharedCache): { cache: SharedCache; isLost: boolean } {
  const state = {
    isLost: false,
    cache: new Proxy(cache, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) =>
          state.isLost
            ? Promise.reject(new Error("lost"))
            : (Reflect.apply(value, target, args) as unknown);
      },
    }),
  };
  return state;
}

it("E29 fifty instances make at most twice as many calls while the cache is lost, and no stampede", async () => {
  const shared = losable(new MemoryCache());
  const getTask = vi.fn(async () => {
    await sleep(100);
    return upstreamTask();
  });
  const instances = Array.from({ length: 50 }, () =>
    createInstance(shared.cache, getTask, INTERVAL_MS, CLUSTER_TIMES),
  );
  const problems: string[] = [];
  const read = async ({ store }: Instance) => {
    const reading = await store.read(TASK_ID);
    if (!reading.ok) problems.push(reading.code);
  };
  /** The calls in each of some seconds of viewers, five at a time every hundred milliseconds. */
  const watchSeconds = async (seconds: number): Promise<number[]> => {
    const calls: number[] = [];
    for (let second = 0; second < seconds; second += 1) {
      const before = getTask.mock.calls.length;
      for (let tick = 0; tick < 10; tick += 1) {
        for (const one of instances.slice(tick * 5, tick * 5 + 5)) void read(one);
        await vi.advanceTimersByTimeAsync(100);
      }
      calls.push(getTask.mock.calls.length - before);
    }
    return calls;
  };
  const sum = (calls: readonly number[]) => calls.reduce((total, one) => total + one, 0);

  const together = await watchSeconds(30);
  expect(sum(together)).toBeLessThanOrEqual(31);
  expect(sum(together)).toBeGreaterThanOrEqual(15);

  shared.isLost = true;
  const alone = await watchSeconds(120);
  expect(sum(alone)).toBeLessThanOrEqual(2 * 120);
  expect(sum(alone)).toBeGreaterThanOrEqual(60);
  expect(Math.max(...alone)).toBeLessThanOrEqual(8);

  shared.isLost = false;
  const back = await watchSeconds(30);
  expect(Math.max(...back)).toBeLessThanOrEqual(4);
  expect(sum(back.slice(5))).toBeLessThanOrEqual(26);
  expect(problems).toEqual([]);
  for (const { log } of instances) expect(log).toEqual(["lost", "back"]);
});
