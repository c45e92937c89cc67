import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryData } from "@/lib/server/data/memory-data-store";
import { dataStores } from "@/test/data-stores";
import { hasRedis } from "@/test/redis";
import { SHARE_ID, SHARED_TASK_ID, shareRecord } from "@/test/factories/share-record";
import { ShareLinkStore } from "./share-link-store";

const OTHER_TASK = SHARED_TASK_ID.replace("0a1b", "ffff");
const MINUTE = 60_000;

let now = Date.now();
const { kinds, inRedis, raw } = dataStores(() => now);
const over = (...where: Parameters<typeof inRedis>) =>
  new ShareLinkStore(inRedis(...where), () => now);

describe.each(kinds)("a store of share links in $name", ({ canRun, make }) => {
  let store = new ShareLinkStore(
    createMemoryData(() => now),
    () => now,
  );
  beforeEach(() => {
    now = Date.now();
    if (canRun) store = new ShareLinkStore(make(), () => now);
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
    const store = over("sealed");
    await store.add(shareRecord(now, { who: "mara@fernweg.example" }));
    const value = await raw()?.getBuffer(`sealed:share:${SHARE_ID}`);
    expect(value?.length).toBeGreaterThan(50);
    expect(value?.toString("latin1")).not.toMatch(/mara|0a1b2c3d|steps/);
    await raw()?.set("sealed:share:moved", value ?? "");
    expect(await store.find("moved")).toBeNull();
    await raw()?.set("sealed:share:plain", JSON.stringify(shareRecord(now, { id: "plain" })));
    expect(await store.find("plain")).toBeNull();
    expect(await over("sealed", "another secret").find(SHARE_ID)).toBeNull();
  });

  it("lets its keys end with the links", async () => {
    await over("ends").add(shareRecord(now));
    const left = await raw()?.pttl(`ends:share:${SHARE_ID}`);
    expect(left).toBeGreaterThan(3_600_000);
    expect(left).toBeLessThanOrEqual(3_600_000 + MINUTE);
    expect(await raw()?.pttl(`ends:shares-of:${SHARED_TASK_ID}`)).toBeGreaterThan(0);
  });
});
