import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSealer } from "./sealer";
import { KEEP_MS } from "./shared-cache";
import { createTestRedis, hasRedis, type TestRedis } from "@/test/redis";
import { TASK_ID } from "@/test/upstream/task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import {
  connect,
  createInstance,
  manySteps,
  NAMESPACE,
  SECRET,
  sleep,
  upstreamTask,
  watch,
  type Instance,
} from "@/test/instances";

const INTERVAL_MS = 100;
const CALL_MS = 12;
const READ_EVERY_MS = 16;
/** A connection is tried again and the cache after it: longer than both pauses together, on a busy machine, too. */
const BACK_MS = 12_000;
const TASK_KEY = `${NAMESPACE}:task:${TASK_ID}`;
const LOCK_KEY = `${NAMESPACE}:lock:task:${TASK_ID}`;
const COOLDOWN_KEY = `${NAMESPACE}:hold`;

describe.runIf(hasRedis)("instances whose Redis", () => {
  let redis: TestRedis;
  let instances: Instance[] = [];
  let getTask = vi.fn<(taskId: string) => Promise<UpstreamTask>>();

  beforeEach(async () => {
    redis = await createTestRedis();
    getTask = vi.fn(async () => {
      await sleep(CALL_MS);
      return upstreamTask({ metadata: { at: Date.now() }, ...manySteps(50) });
    });
  });
  afterEach(async () => {
    for (const { cache } of instances) cache.close();
    await redis.close();
  });

  function start(count: number): Instance[] {
    instances = Array.from({ length: count }, () =>
      createInstance(connect(redis.url), (taskId) => getTask(taskId), INTERVAL_MS),
    );
    return instances;
  }

  /** Lets all instances read as viewers do. Gives the calls made meanwhile, and checks that no reader noticed. */
  async function callsIn(forMs: number): Promise<number> {
    const before = getTask.mock.calls.length;
    const { slowestMs, problems } = await watch(instances, READ_EVERY_MS, forMs);
    expect(problems).toEqual([]);
    expect(slowestMs).toBeLessThan(1500);
    return getTask.mock.calls.length - before;
  }

  async function untilBack(): Promise<void> {
    const end = Date.now() + BACK_MS;
    while (Date.now() < end && !instances.every(({ log }) => log.at(-1) === "back")) {
      await watch(instances, READ_EVERY_MS, 100);
    }
    expect(instances.map(({ log }) => log)).toEqual(instances.map(() => ["lost", "back"]));
  }

  const perInterval = (forMs: number) => forMs / INTERVAL_MS;
  /** The most calls of instances that share: on a busy machine one may lose Redis for a moment. */
  const together = (forMs: number) => 1.4 * perInterval(forMs) + 2;

  it("is down at the start poll for themselves, and share once it is there", async () => {
    start(3);
    expect(await callsIn(1600)).toBeLessThanOrEqual(3 * (perInterval(1600) + 1));
    await redis.start();
    await untilBack();
    expect(await callsIn(800)).toBeLessThanOrEqual(together(800));
  });

  it("is killed midway go on without an error, with few calls, and share again once it is back", async () => {
    await redis.start();
    start(5);
    expect(await callsIn(800)).toBeLessThanOrEqual(together(800));
    await callsIn(600);
    await redis.kill();
    const alone = await callsIn(1600);
    expect(alone).toBeGreaterThanOrEqual(2);
    expect(alone).toBeLessThanOrEqual(2 * perInterval(1600) + 5);
    await redis.start();
    await untilBack();
    expect(await callsIn(800)).toBeLessThanOrEqual(together(800));
  });

  it("hangs are slowed down once, and no more", async () => {
    await redis.start();
    start(2);
    await callsIn(400);
    redis.freeze();
    expect(await callsIn(1600)).toBeLessThanOrEqual(2 * (perInterval(1600) + 1));
    redis.thaw();
    await untilBack();
    expect(await callsIn(800)).toBeLessThanOrEqual(together(800));
  });

  it("is full poll for themselves, say so once, and share again once there is room", async () => {
    await redis.start();
    const client = redis.client();
    start(2);
    await callsIn(200);
    await client.config("SET", "maxmemory-policy", "noeviction");
    await client.config("SET", "maxmemory", "1");
    expect(await callsIn(2000)).toBeGreaterThanOrEqual(4);
    expect(instances.map(({ log }) => log)).toEqual([["lost"], ["lost"]]);
    await client.config("SET", "maxmemory", "0");
    await untilBack();
  });

  it("was poisoned take nothing from it", async () => {
    await redis.start();
    const client = redis.client();
    const otherId = TASK_ID.replace("0a1b", "ffff");
    const name = `task:${TASK_ID}`;
    const task = (id: string) => {
      const upstream = { ...upstreamTask({ task: "Poison" }, id), screenshotUrls: [] };
      return { kind: "task", tookMs: 0, finalForMs: null, upstream };
    };
    const seal = async (text: object, as = name, secret = SECRET) =>
      (await createSealer(secret).seal(as, JSON.stringify(text))) ?? Buffer.alloc(0);
    const poisons = {
      garbage: Buffer.from("garbage"),
      "far too much": Buffer.alloc(9 * 1024 * 1024, 1),
      nothing: Buffer.alloc(0),
      noise: Buffer.alloc(500, 1),
      "plain JSON": Buffer.from(JSON.stringify(task(TASK_ID))),
      "another task's value": await seal(task(otherId), `task:${otherId}`),
      "another task under this name": await seal(task(otherId)),
      "another key's value": await seal(task(TASK_ID), name, "bu_another_key"),
      "another version": await seal({ ...task(TASK_ID), more: 1 }),
      "a half": (await seal(task(TASK_ID))).subarray(0, 200),
      "one bit off": flipped(await seal(task(TASK_ID))),
    };
    for (const [what, poison] of Object.entries(poisons)) {
      await client.flushall();
      await client.set(TASK_KEY, poison, "PX", KEEP_MS);
      const [one] = start(1);
      const reading = await one?.store.read(TASK_ID);
      expect(reading?.ok === true && reading.snapshot.task.prompt, what).toBe("Buy milk");
      expect(one?.log, what).toEqual([]);
      one?.cache.close();
    }
    await client.set(TASK_KEY, await seal(task(TASK_ID)), "PX", KEEP_MS);
    const [one] = start(1);
    const reading = await one?.store.read(TASK_ID);
    expect(reading?.ok === true && reading.snapshot.task.prompt).toBe("Poison");
  });

  it("holds values of a wrong type, or ones that never end, go on sharing", async () => {
    await redis.start();
    const client = redis.client();
    for (const key of [TASK_KEY, LOCK_KEY, COOLDOWN_KEY]) await client.rpush(key, "poison");
    await client.set(`${NAMESPACE}:instances`, "poison");
    start(2);
    expect(await callsIn(600)).toBeLessThanOrEqual(together(600));
    await client.set(LOCK_KEY, "poison");
    await client.set(COOLDOWN_KEY, "poison", "PX", 60_000);
    expect(await callsIn(600)).toBeGreaterThanOrEqual(3);
    await client.set(COOLDOWN_KEY, "poison");
    await client.persist(TASK_KEY);
    expect(await callsIn(600)).toBeGreaterThanOrEqual(3);
    expect(instances.map(({ log }) => log)).toEqual([[], []]);
  });

  it("holds the lock of one that died go on when it ends", async () => {
    await redis.start();
    const [dying, other] = start(2);
    getTask = vi.fn(() => new Promise<UpstreamTask>(() => undefined));
    void dying?.store.read(TASK_ID);
    await vi.waitUntil(() => getTask.mock.calls.length === 1);
    dying?.cache.close();
    getTask = vi.fn(() => Promise.resolve(upstreamTask()));
    expect(await other?.store.read(TASK_ID)).toMatchObject({ ok: true });
    expect(other?.log).toEqual([]);
  });

  it("is read by others hold no credential, address or text in clear", async () => {
    await redis.start();
    start(1);
    await callsIn(200);
    const client = redis.client();
    const keys = await client.keys("*");
    expect(keys).toContain(TASK_KEY);
    expect(keys.join(" ")).not.toContain(SECRET);
    const value = (await client.getBuffer(TASK_KEY))?.toString("latin1") ?? "";
    expect(value.length).toBeGreaterThan(100);
    for (const secret of [SECRET, "canary-live", "bucket.example", "Buy milk", TASK_ID]) {
      expect(value).not.toContain(secret);
    }
    expect(await client.pttl(TASK_KEY)).toBeGreaterThan(0);
  });

  it("E29 is lost and back make no stampede, being ten", async () => {
    await redis.start();
    start(10);
    await callsIn(1600);
    await redis.kill();
    expect(await callsIn(1600)).toBeLessThanOrEqual(2 * perInterval(1600) + 5);
    await redis.start();
    const from = Date.now();
    const before = getTask.mock.calls.length;
    await untilBack();
    const calls = getTask.mock.calls.length - before;
    expect(calls).toBeLessThanOrEqual(2 * perInterval(Date.now() - from) + 5);
    expect(await callsIn(800)).toBeLessThanOrEqual(together(800));
  });
});

function flipped(value: Buffer): Buffer {
  const copy = Buffer.from(value);
  const last = copy.length - 20;
  copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}
