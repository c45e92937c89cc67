import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MemoryCache } from "./memory-cache";
import { RedisCache } from "./redis-cache";
import { createRedisClient } from "./redis-client";
import { versionOf, type SharedCache } from "./shared-cache";
import { createTestRedis, hasRedis, type TestRedis } from "@/test/redis";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const value = (letter: string) => Buffer.from(letter.repeat(100));
const NOTHING = { version: null, ageMs: null, isLocked: false, cooldown: null };

let redis: TestRedis | null = null;
beforeAll(async () => {
  if (!hasRedis) return;
  redis = await createTestRedis();
  await redis.start();
});
afterAll(() => redis?.close());

let spaces = 0;
const IMPLEMENTATIONS = [
  { name: "in memory", canRun: true, make: () => new MemoryCache() },
  {
    name: "in Redis",
    canRun: hasRedis,
    make: () =>
      new RedisCache(createRedisClient(redis?.url ?? ""), `test:${String((spaces += 1))}`),
  },
];

describe.each(IMPLEMENTATIONS)("a shared cache $name", ({ canRun, make }) => {
  let cache: SharedCache = new MemoryCache();
  beforeEach(() => {
    cache = make();
  });
  afterEach(() => {
    cache.close();
  });

  async function write(letter: string, name = "task:1"): Promise<boolean> {
    expect(await cache.take(name, letter, 1000)).toBe(true);
    return cache.write(name, letter, value(letter));
  }

  it.runIf(canRun)("has nothing at first", async () => {
    expect(await cache.look("task:1")).toEqual(NOTHING);
    expect(await cache.read("task:1")).toBeNull();
  });

  it.runIf(canRun)(
    "gives a value back as it was, with its age and a version of its own",
    async () => {
      expect(await write("a")).toBe(true);
      await sleep(50);
      const { version, ageMs } = await cache.look("task:1");
      expect(version).toBe(versionOf(value("a")));
      expect(ageMs).toBeGreaterThanOrEqual(45);
      expect(ageMs).toBeLessThan(5000);
      const read = await cache.read("task:1");
      expect(read?.value).toEqual(value("a"));
      expect(read?.ageMs).toBeGreaterThanOrEqual(45);
      await write("b");
      expect((await cache.look("task:1")).version).toBe(versionOf(value("b")));
    },
  );

  it.runIf(canRun)("keeps names apart", async () => {
    await write("a", "task:1");
    await cache.take("task:1", "a", 1000);
    expect(await cache.look("task:2")).toEqual(NOTHING);
  });

  it.runIf(canRun)("gives a lock to one of many who want it", async () => {
    const tokens = Array.from({ length: 20 }, (_, index) => String(index));
    const taken = await Promise.all(tokens.map((token) => cache.take("task:1", token, 1000)));
    expect(taken.filter((isTaken) => isTaken)).toHaveLength(1);
    expect((await cache.look("task:1")).isLocked).toBe(true);
  });

  it.runIf(canRun)("frees a lock that nobody gives back", async () => {
    expect(await cache.take("task:1", "a", 100)).toBe(true);
    expect(await cache.take("task:1", "b", 100)).toBe(false);
    await sleep(150);
    expect((await cache.look("task:1")).isLocked).toBe(false);
    expect(await cache.take("task:1", "b", 100)).toBe(true);
  });

  it.runIf(canRun)("keeps a lock that is extended, for its token alone", async () => {
    await cache.take("task:1", "a", 300);
    expect(await cache.extend("task:1", "b", 5000)).toBe(false);
    expect(await cache.extend("task:1", "a", 5000)).toBe(true);
    await sleep(350);
    expect(await cache.take("task:1", "b", 5000)).toBe(false);
    expect(await cache.extend("task:2", "a", 5000)).toBe(false);
  });

  it.runIf(canRun)("writes and frees the lock for its token alone", async () => {
    await cache.take("task:1", "a", 5000);
    expect(await cache.write("task:1", "b", value("b"))).toBe(false);
    await cache.release("task:1", "b");
    expect(await cache.look("task:1")).toEqual({ ...NOTHING, isLocked: true });
    expect(await cache.write("task:1", "a", value("a"))).toBe(true);
    expect((await cache.look("task:1")).isLocked).toBe(false);
    await cache.take("task:1", "c", 5000);
    await cache.release("task:1", "c");
    expect((await cache.look("task:1")).isLocked).toBe(false);
  });

  it.runIf(canRun)("writes nothing for a token whose lock has ended", async () => {
    await cache.take("task:1", "a", 50);
    await sleep(100);
    expect(await cache.write("task:1", "a", value("a"))).toBe(false);
    expect(await cache.read("task:1")).toBeNull();
  });

  it.runIf(canRun)("shows a cooldown under every name until it ends", async () => {
    await cache.startCooldown(value("h"), 300);
    for (const name of ["task:1", "task:2"]) {
      const { cooldown } = await cache.look(name);
      expect(cooldown?.value).toEqual(value("h"));
      expect(cooldown?.leftMs).toBeGreaterThan(0);
      expect(cooldown?.leftMs).toBeLessThanOrEqual(300);
    }
    await sleep(350);
    expect((await cache.look("task:1")).cooldown).toBeNull();
  });

  it.runIf(canRun)("counts the instances seen lately", async () => {
    expect(await cache.countInstances("a", 200)).toBe(1);
    expect(await cache.countInstances("b", 200)).toBe(2);
    expect(await cache.countInstances("b", 200)).toBe(2);
    await sleep(250);
    expect(await cache.countInstances("c", 200)).toBe(1);
  });
});
