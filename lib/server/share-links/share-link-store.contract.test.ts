import type { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRedisClient } from "@/lib/server/cluster/redis-client";
import { createSealer } from "@/lib/server/cluster/sealer";
import { createTestRedis, hasRedis, type TestRedis } from "@/test/redis";
import { MemoryShareLinkStore } from "./memory-share-link-store";
import { RedisShareLinkStore } from "./redis-share-link-store";
import type { ShareLinkStore } from "./share-link-store";
import { SHARE_ID, SHARED_TASK_ID, shareRecord } from "@/test/factories/share-record";

const OTHER_TASK = SHARED_TASK_ID.replace("0a1b", "ffff");
const MINUTE = 60_000;

let redis: TestRedis | null = null;
let client: Redis | null = null;
beforeAll(async () => {
  if (!hasRedis) return;
  redis = await createTestRedis();
  await redis.start();
  client = createRedisClient(redis.url);
});
afterAll(async () => {
  client?.disconnect();
  await redis?.close();
});

/** What the registers take for now. Redis counts its own time, so that what has to end there ends really. */
let now = Date.now();
let spaces = 0;
const inRedis = (namespace: string, secret = "secret of the test") => {
  if (client === null) throw new Error("There is no Redis here");
  return new RedisShareLinkStore(client, namespace, createSealer(secret), () => now);
};
const IMPLEMENTATIONS = [
  { name: "in memory", canRun: true, make: () => new MemoryShareLinkStore(() => now) },
  {
    name: "in Redis",
    canRun: hasRedis,
    make: () => inRedis(`test:${String((spaces += 1))}`),
  },
];

describe.each(IMPLEMENTATIONS)("a store of share links $name", ({ canRun, make }) => {
  let store: ShareLinkStore = new MemoryShareLinkStore();
  beforeEach(() => {
    now = Date.now();
    if (canRun) store = make();
  });

  it.runIf(canRun)("knows nothing at first", async () => {
    expect(await store.find(SHARE_ID)).toBeNull();
    expect(await store.list(SHARED_TASK_ID)).toEqual([]);
    expect(await store.revoke(SHARED_TASK_ID, SHARE_ID)).toBe(false);
  });

  it.runIf(canRun)("gives a record back as it was", async () => {
    const record = shareRecord(now, { who: "mara@fernweg.example" });
    await store.add(record);
    expect(await store.find(SHARE_ID)).toEqual(record);
    expect(await store.list(SHARED_TASK_ID)).toEqual([record]);
  });

  it.runIf(canRun)("lists the links of one task, the newest first", async () => {
    await store.add(shareRecord(now, { id: "first" }));
    await store.add(shareRecord(now, { id: "second", createdAt: now + 1 }));
    await store.add(shareRecord(now, { id: "other", taskId: OTHER_TASK }));
    const ids = async (taskId: string) => (await store.list(taskId)).map(({ id }) => id);
    expect(await ids(SHARED_TASK_ID)).toEqual(["second", "first"]);
    expect(await ids(OTHER_TASK)).toEqual(["other"]);
  });

  it.runIf(canRun)("forgets what is revoked, once, and for its own task only", async () => {
    await store.add(shareRecord(now));
    expect(await store.revoke(OTHER_TASK, SHARE_ID)).toBe(false);
    expect(await store.find(SHARE_ID)).not.toBeNull();
    expect(await store.revoke(SHARED_TASK_ID, SHARE_ID)).toBe(true);
    expect(await store.find(SHARE_ID)).toBeNull();
    expect(await store.list(SHARED_TASK_ID)).toEqual([]);
    expect(await store.revoke(SHARED_TASK_ID, SHARE_ID)).toBe(false);
  });

  it.runIf(canRun)(
    "lists no link that has ended, but knows it for as long as a clock may be behind",
    async () => {
      await store.add(shareRecord(now, { expiresAt: now - 30_000 }));
      expect(await store.list(SHARED_TASK_ID)).toEqual([]);
      expect(await store.find(SHARE_ID)).not.toBeNull();
      const ending = shareRecord(now, { id: "ending", expiresAt: now - MINUTE + 100 });
      await store.add(ending);
      await new Promise((resolve) => setTimeout(resolve, 150));
      now += 150;
      expect(await store.find("ending")).toBeNull();
    },
  );
});

describe.runIf(hasRedis)("the store in Redis", () => {
  it("holds no text in clear, and takes nothing that was not sealed for its place", async () => {
    const store = inRedis("sealed");
    await store.add(shareRecord(now, { who: "mara@fernweg.example" }));
    const raw = redis?.client();
    const value = await raw?.getBuffer(`sealed:share:${SHARE_ID}`);
    expect(value?.length).toBeGreaterThan(50);
    expect(value?.toString("latin1")).not.toMatch(/mara|0a1b2c3d|steps/);
    await raw?.set("sealed:share:moved", value ?? "");
    expect(await store.find("moved")).toBeNull();
    await raw?.set("sealed:share:plain", JSON.stringify(shareRecord(now, { id: "plain" })));
    expect(await store.find("plain")).toBeNull();
    expect(await inRedis("sealed", "another secret").find(SHARE_ID)).toBeNull();
  });

  it("lets its keys end with the links", async () => {
    await inRedis("ends").add(shareRecord(now));
    const raw = redis?.client();
    const left = await raw?.pttl(`ends:share:${SHARE_ID}`);
    expect(left).toBeGreaterThan(3_600_000);
    expect(left).toBeLessThanOrEqual(3_600_000 + MINUTE);
    expect(await raw?.pttl(`ends:shares-of:${SHARED_TASK_ID}`)).toBeGreaterThan(0);
  });
});
