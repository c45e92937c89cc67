import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRedisClient } from "@/lib/server/cluster/redis-client";
import { createSealer } from "@/lib/server/cluster/sealer";
import { createTestRedis, hasRedis, type TestRedis } from "@/test/redis";
import { RedisDataStore } from "@/lib/server/data/redis-data-store";
import { ShareLinkStore } from "./share-link-store";
import { CONFIRMED_MS, CURRENT_MS, ShareLookup } from "./share-lookup";
import type { ShareRecord } from "./share-link-store";
import { SHARE_ID, SHARED_TASK_ID, shareRecord } from "@/test/factories/share-record";

const RECORD = shareRecord(0);
const WORKS = { state: "works", record: RECORD };
const GONE = { state: "gone" };
const UNCONFIRMED = { state: "unconfirmed" };

describe("what a process knows of a share link", () => {
  let now = 0;
  let find = vi.fn<(id: string) => Promise<ShareRecord | null>>();
  let lookup = new ShareLookup({ find }, () => now);
  beforeEach(() => {
    now = 1_000_000;
    find = vi.fn(() => Promise.resolve<ShareRecord | null>(RECORD));
    lookup = new ShareLookup({ find: (id) => find(id) }, () => now);
  });

  it("is asked for once by many, and again after three seconds", async () => {
    const standings = await Promise.all(Array.from({ length: 50 }, () => lookup.find(SHARE_ID)));
    expect(standings).toEqual(standings.map(() => WORKS));
    now += CURRENT_MS - 1;
    await lookup.find(SHARE_ID);
    expect(find).toHaveBeenCalledTimes(1);
    now += 1;
    await lookup.find(SHARE_ID);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it("C04 follows a revocation on another instance within three seconds", async () => {
    expect(await lookup.find(SHARE_ID)).toEqual(WORKS);
    find.mockResolvedValue(null);
    now += CURRENT_MS;
    expect(await lookup.find(SHARE_ID)).toEqual(GONE);
  });

  it("C04 follows a revocation on this instance at once, an answer on its way notwithstanding", async () => {
    let answer: (record: ShareRecord) => void = () => undefined;
    find.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const asked = lookup.find(SHARE_ID);
    now += 5;
    lookup.revoked(SHARE_ID);
    answer(RECORD);
    expect(await asked).toEqual(GONE);
    expect(await lookup.find(SHARE_ID)).toEqual(GONE);
  });

  it("C04 counts for ten seconds while the store fails, and then shows nothing", async () => {
    await lookup.find(SHARE_ID);
    find.mockRejectedValue(new Error("Lost"));
    now += CONFIRMED_MS - 1;
    expect(await lookup.find(SHARE_ID)).toEqual(WORKS);
    now += 1;
    expect(await lookup.find(SHARE_ID)).toEqual(UNCONFIRMED);
    find.mockResolvedValue(RECORD);
    expect(await lookup.find(SHARE_ID)).toEqual(WORKS);
  });

  it("is nothing when the store has never answered", async () => {
    find.mockRejectedValue(new Error("Not there"));
    expect(await lookup.find(SHARE_ID)).toEqual(UNCONFIRMED);
  });
});

describe.runIf(hasRedis)("two instances with one Redis", () => {
  let redis: TestRedis;
  const closers: (() => void)[] = [];
  let passedMs = 0;
  const now = () => Date.now() + passedMs;
  beforeEach(async () => {
    passedMs = 0;
    redis = await createTestRedis();
    await redis.start();
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) close();
    await redis.close();
  });

  function instance() {
    const client = createRedisClient(redis.url);
    closers.push(() => {
      client.disconnect();
    });
    const data = new RedisDataStore(client, "test", createSealer("secret"), now);
    const store = new ShareLinkStore(data, now);
    return { store, lookup: new ShareLookup(store, now) };
  }

  it("C04 honour a revocation within three seconds, and fail closed ten after Redis was lost", async () => {
    const [a, b] = [instance(), instance()];
    const kept = shareRecord(now(), { id: "kept" });
    await a.store.add(shareRecord(now()));
    await a.store.add(kept);
    expect(await b.lookup.find(SHARE_ID)).toMatchObject({ state: "works" });
    expect(await a.store.revoke(SHARED_TASK_ID, SHARE_ID)).toBe(true);
    passedMs += CURRENT_MS;
    expect(await b.lookup.find(SHARE_ID)).toEqual(GONE);

    expect(await b.lookup.find("kept")).toEqual({ state: "works", record: kept });
    await redis.kill();
    passedMs += CURRENT_MS;
    expect(await b.lookup.find("kept")).toEqual({ state: "works", record: kept });
    passedMs += CONFIRMED_MS;
    expect(await b.lookup.find("kept")).toEqual(UNCONFIRMED);
  });
});
