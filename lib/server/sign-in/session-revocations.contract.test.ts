import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createMemoryData } from "@/lib/server/data/memory-data-store";
import { openSqliteData } from "@/lib/server/data/sqlite-data-store";
import { testFolder } from "@/test/data-stores";
import { createRedisClient } from "@/lib/server/cluster/redis-client";
import { createTestRedis, hasRedis, type TestRedis } from "@/test/redis";
import { createRedisRevocations } from "./redis-revocations";
import { checkSession } from "./check-session";
import { createStoredRevocations, type SessionRevocations } from "./session-revocations";

let server: TestRedis;
let round = 0;
const open: (() => void)[] = [];

beforeAll(async () => {
  server = await createTestRedis();
  if (hasRedis) await server.start();
});
afterEach(() => {
  for (const close of open.splice(0)) close();
});
afterAll(() => server.close());

function inRedis(startedAt = Date.now()): SessionRevocations {
  const redis = createRedisClient(server.url);
  open.push(() => {
    redis.disconnect();
  });
  return createRedisRevocations({ redis, namespace: `test-${String(round)}` }, startedAt);
}

const judge = async (revocations: SessionRevocations, startedAt: number, now: number, id = "a") =>
  checkSession({ id, startedAt: startedAt / 1000 }, await revocations.read(now), now);

const folder = testFolder();
const inMemory = (startedAt: number) =>
  createStoredRevocations(createMemoryData(Date.now), startedAt);
const inFile = (startedAt: number, path = join(folder, `${randomUUID()}.db`)) => {
  const data = openSqliteData(path, Date.now);
  open.push(() => {
    data.close();
  });
  return createStoredRevocations(data, startedAt);
};
const ALL = [
  ["memory", true, () => inMemory(Date.now() - 5000)],
  ["SQLite", true, () => inFile(Date.now() - 5000)],
  ["Redis", hasRedis, inRedis],
] as const;

describe.each(ALL)("revocations in %s", (_name, isThere, create) => {
  beforeEach(() => {
    round += 1;
  });

  it.skipIf(!isThere)("ends one session, and no other", async () => {
    const revocations = create();
    const now = Date.now();
    expect(await judge(revocations, now - 1000, now)).toBe("valid");
    expect(await revocations.end({ id: "a", startedAt: (now - 1000) / 1000 }, now)).toBe(true);
    expect(await judge(revocations, now - 1000, now)).toBe("ended");
    expect(await judge(revocations, now - 1000, now, "b")).toBe("valid");
    expect(await judge(revocations, now - 1000, now + 60_000)).toBe("ended");
  });

  it.skipIf(!isThere)("ends all that have begun, and none that begins later", async () => {
    const revocations = create();
    const now = Date.now();
    await revocations.read(now);
    expect(await revocations.endAll(now)).toBe(true);
    expect(await judge(revocations, now - 1, now)).toBe("ended");
    expect(await judge(revocations, now + 1, now + 1)).toBe("valid");
    expect(await judge(revocations, now - 1, now + 60_000)).toBe("ended");
  });
});

describe("revocations of one process", () => {
  it("takes no session from before its start: a restart forgets who was signed out", async () => {
    const now = Date.now();
    const before = inMemory(now - 5000);
    expect(await judge(before, now - 1000, now)).toBe("valid");
    await before.end({ id: "a", startedAt: (now - 1000) / 1000 }, now);
    const after = inMemory(now);
    expect(await judge(after, now - 1000, now + 1)).toBe("ended");
    expect(await judge(after, now + 1, now + 2, "b")).toBe("valid");
  });
});

describe("revocations of one process that keeps them", () => {
  it("are known after a restart, and sessions from before it go on", async () => {
    const now = Date.now();
    const path = join(folder, `${randomUUID()}.db`);
    const before = inFile(now - 5000, path);
    await before.read(now);
    expect(await before.end({ id: "a", startedAt: (now - 1000) / 1000 }, now)).toBe(true);
    open.pop()?.();
    const after = inFile(now + 1000, path);
    expect(await judge(after, now - 1000, now + 2000)).toBe("ended");
    expect(await judge(after, now - 1000, now + 2000, "b")).toBe("valid");
    expect(await after.endAll(now + 3000)).toBe(true);
    open.pop()?.();
    expect(await judge(inFile(now + 4000, path), now - 1000, now + 5000, "b")).toBe("ended");
  });

  it("are known here even where they cannot be kept, and that is said", async () => {
    const now = Date.now();
    const full = {
      ...createMemoryData(Date.now),
      put: () => Promise.reject(new Error("The disk is full")),
    };
    const revocations = createStoredRevocations(full, now - 5000);
    expect(await revocations.end({ id: "a", startedAt: (now - 1000) / 1000 }, now)).toBe(false);
    expect(await judge(revocations, now - 1000, now)).toBe("ended");
    expect(await revocations.endAll(now)).toBe(false);
    expect(await judge(revocations, now - 1000, now, "b")).toBe("ended");
  });
});

describe.skipIf(!hasRedis)("revocations that instances share", () => {
  beforeEach(() => {
    round += 1;
  });

  it("tells the others within five seconds, and asks no more often", async () => {
    const [one, other] = [inRedis(), inRedis()];
    const now = Date.now();
    expect(await judge(other, now - 1000, now)).toBe("valid");
    await one.read(now);
    await one.endAll(now);
    expect(await judge(other, now - 1000, now + 4999)).toBe("valid");
    expect(await judge(other, now - 1000, now + 5000)).toBe("ended");
    expect(await judge(inRedis(), now - 1000, now), "a new instance").toBe("ended");
  });

  it("takes no old session while Redis is away, but lets the owner sign in", async () => {
    const revocations = inRedis();
    const now = Date.now();
    expect(await judge(revocations, now - 1000, now)).toBe("valid");
    await server.kill();
    // It was read at most five seconds before.
    expect(await judge(revocations, now - 1000, now + 14_000), "for ten seconds").toBe("valid");
    expect(await judge(revocations, now - 1000, now + 17_000)).toBe("unconfirmed");
    expect(await judge(revocations, now + 16_000, now + 17_000)).toBe("valid");
    expect(await revocations.endAll(now + 17_000)).toBe(false);
    expect(await judge(revocations, now + 16_000, now + 17_001), "it ended here all the same").toBe(
      "ended",
    );
    await server.start();
    await vi.waitFor(async () => {
      const later = Date.now() + 60_000;
      expect(await judge(revocations, later - 1, later)).toBe("valid");
    }, 15_000);
  });

  it("lets old sessions go on with the first question after a short outage", async () => {
    const redis = createRedisClient(server.url);
    open.push(() => {
      redis.disconnect();
    });
    const revocations = createRedisRevocations({ redis, namespace: `test-${String(round)}` }, 0);
    const now = Date.now();
    expect(await judge(revocations, now - 1000, now)).toBe("valid");
    await server.kill();
    expect(await judge(revocations, now - 1000, now + 9000)).toBe("valid");
    await server.start();
    await vi.waitFor(() => {
      expect(redis.status).toBe("ready");
    }, 15_000);
    expect(await judge(revocations, now - 1000, now + 12_000)).toBe("valid");
  });

  it("says that nobody was told while Redis is away, and tells them when it is back", async () => {
    const [one, other] = [inRedis(), inRedis()];
    const now = Date.now();
    expect(await judge(one, now - 1000, now)).toBe("valid");
    expect(await judge(other, now - 1000, now)).toBe("valid");
    await server.kill();
    expect(await one.end({ id: "a", startedAt: (now - 1000) / 1000 }, now)).toBe(false);
    expect(await judge(one, now - 1000, now), "it ended here").toBe("ended");
    await server.start();
    await vi.waitFor(async () => {
      const fresh = inRedis();
      expect(await judge(fresh, now - 1000, Date.now(), "a")).toBe("ended");
      expect(await judge(fresh, now - 1000, Date.now(), "b")).toBe("valid");
    }, 15_000);
  });

  it("keeps a reader waiting for a lost Redis once, not at every question", async () => {
    const nowhere = createRedisClient("redis://127.0.0.1:1");
    open.push(() => {
      nowhere.disconnect();
    });
    const revocations = createRedisRevocations({ redis: nowhere, namespace: "none" }, 0);
    const now = Date.now();
    await revocations.read(now);
    const started = performance.now();
    for (let round = 1; round <= 20; round++) await revocations.read(now + round * 6000);
    // One wait alone may take a second.
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("forgets an ended session when its time is over", async () => {
    const revocations = inRedis();
    const now = Date.now();
    await revocations.read(now);
    await revocations.end({ id: "a", startedAt: now / 1000 }, now);
    const later = now + 13 * 3_600_000;
    expect((await revocations.read(later)).revocations.ended.size).toBe(0);
  });

  it("takes no old session from a Redis that never was there", async () => {
    const nowhere = createRedisClient("redis://127.0.0.1:1");
    open.push(() => {
      nowhere.disconnect();
    });
    const now = Date.now();
    const revocations = createRedisRevocations({ redis: nowhere, namespace: "none" }, now);
    expect(await judge(revocations, now - 1000, now)).toBe("unconfirmed");
    expect(await judge(revocations, now + 1, now + 2)).toBe("valid");
  });
});
