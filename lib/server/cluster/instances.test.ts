import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryCache } from "./memory-cache";
import type { SharedCache } from "./shared-cache";
import { createTestRedis, hasRedis, type TestRedis } from "@/test/redis";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { TASK_ID } from "@/test/upstream/task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import {
  connect,
  createInstance,
  manySteps,
  sleep,
  TIMES,
  upstreamTask,
  watch,
  type Instance,
} from "@/test/instances";

const INTERVAL_MS = 100;
const CALL_MS = 16;
const READ_EVERY_MS = 16;
/** What is shared is the matter here, not what a busy machine loses. */
const PATIENT = { ...TIMES, commandMs: 5000, silenceMs: 5000, lockMs: 10_000 };

let redis: TestRedis | null = null;
beforeAll(async () => {
  if (!hasRedis) return;
  redis = await createTestRedis();
  await redis.start();
});
afterAll(() => redis?.close());

const memory = { cache: new MemoryCache() };
const CACHES = [
  { name: "memory", canRun: true, open: (): SharedCache => memory.cache },
  { name: "Redis", canRun: hasRedis, open: () => connect(redis?.url ?? "", PATIENT) },
];

describe.each(CACHES)("instances that share through $name", ({ canRun, open }) => {
  let getTask = vi.fn<(taskId: string) => Promise<UpstreamTask>>();
  let opened: SharedCache[] = [];

  beforeEach(async () => {
    if (!canRun) return;
    memory.cache = new MemoryCache();
    opened = [];
    answer();
    const client = redis?.client();
    await client?.flushall();
    client?.disconnect();
  });
  afterEach(() => {
    for (const cache of opened) cache.close();
  });

  function answer(more: Record<string, unknown> = {}): void {
    getTask = vi.fn(async () => {
      await sleep(CALL_MS);
      return upstreamTask(more);
    });
  }

  function fail(error: UpstreamError): void {
    getTask = vi.fn(async () => {
      await sleep(CALL_MS);
      throw error;
    });
  }

  function start(count: number, intervalMs = INTERVAL_MS): Instance[] {
    return Array.from({ length: count }, () => {
      const cache = open();
      opened.push(cache);
      return createInstance(cache, (taskId) => getTask(taskId), intervalMs, PATIENT);
    });
  }

  async function untilCalled(instances: readonly Instance[]): Promise<void> {
    while (getTask.mock.calls.length === 0) await watch(instances, READ_EVERY_MS, 50);
  }

  it.runIf(canRun).each([2, 5])("make one call per interval, being %d", async (count) => {
    const instances = start(count);
    const from = Date.now();
    while (getTask.mock.calls.length < 8) {
      const { problems } = await watch(instances, READ_EVERY_MS, 4 * INTERVAL_MS);
      expect(problems).toEqual([]);
    }
    const intervals = (Date.now() - from) / INTERVAL_MS;
    expect(getTask.mock.calls.length).toBeLessThanOrEqual(1.4 * intervals + 2);
  });

  it.runIf(canRun)("show the same revision, and the answer's real age", async () => {
    answer(manySteps(300));
    // However slow the machine is, no second call is due.
    const [one, other] = start(2, 60_000);
    const first = await one?.store.read(TASK_ID);
    const readAt = performance.now();
    await vi.waitUntil(async () => (await one?.cache.look(`task:${TASK_ID}`))?.version);
    await sleep(100);
    const second = await other?.store.read(TASK_ID);
    const laterMs = performance.now() - readAt;
    expect(getTask).toHaveBeenCalledTimes(1);
    if (first?.ok !== true || second?.ok !== true) throw new Error("No answer");
    expect(second.snapshot.revision).toBe(first.snapshot.revision);
    expect(second.upstream).toEqual(first.upstream);
    const apart = Date.parse(second.snapshot.fetchedAt) - Date.parse(first.snapshot.fetchedAt);
    // Without the age they would lie as far apart as the readings.
    expect(Math.abs(apart)).toBeLessThan(0.9 * laterMs);
  });

  it.runIf(canRun)("wait for the one that is calling rather than call too", async () => {
    const instances = start(5, 60_000);
    const readings = await Promise.all(instances.map(({ store }) => store.read(TASK_ID)));
    expect(readings.every(({ ok }) => ok)).toBe(true);
    expect(getTask).toHaveBeenCalledTimes(1);
  });

  it.runIf(canRun)("do not repeat a call that failed for one of them", async () => {
    fail(new UpstreamError("key-rejected", "test"));
    const instances = start(4);
    for (const { store } of instances) {
      expect(await store.read(TASK_ID)).toMatchObject({ ok: false, code: "key-rejected" });
    }
    await watch(instances, READ_EVERY_MS, 600);
    expect(getTask).toHaveBeenCalledTimes(1);
  });

  it.runIf(canRun)("probe an upstream that fails together", async () => {
    fail(new UpstreamError("upstream-unavailable", "test"));
    await watch(start(4), READ_EVERY_MS, 1200);
    expect(getTask.mock.calls.length).toBeLessThanOrEqual(1200 / INTERVAL_MS);
  });

  it.runIf(canRun)("E09 keep the pause that the upstream asked one of them for", async () => {
    const instances = start(2);
    await watch(instances, READ_EVERY_MS, 160);
    fail(new UpstreamError("upstream-rate-limited", "test", 1));
    const from = Date.now();
    await untilCalled(instances);
    await watch(instances, READ_EVERY_MS, INTERVAL_MS);
    while (Date.now() < from + 900) {
      const other = `${String(Date.now() % 90_000_000).padStart(8, "0")}${TASK_ID.slice(8)}`;
      for (const { store } of instances) {
        expect(await store.read(other)).toMatchObject({ ok: false, code: "upstream-rate-limited" });
        expect(await store.read(TASK_ID)).toMatchObject({ ok: true });
      }
      await sleep(50);
    }
    expect(getTask).toHaveBeenCalledTimes(1);
    answer();
    await untilCalled(instances);
  });

  it.runIf(canRun)("ask for new addresses although an answer is fresh", async () => {
    const [one, other] = start(2, 60_000);
    await one?.store.read(TASK_ID);
    await other?.store.read(TASK_ID);
    await other?.store.read(TASK_ID, true);
    expect(getTask).toHaveBeenCalledTimes(2);
  });
});
