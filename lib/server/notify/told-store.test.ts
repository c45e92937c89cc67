import { describe, expect, it } from "vitest";
import { dataStores } from "@/test/data-stores";
import { decideNotice, NOTHING_TOLD } from "./notice-policy";
import { ToldStore } from "./told-store";

const now = () => Date.now();
const { kinds } = dataStores(now);
const { last } = NOTHING_TOLD;
const PAUSED = { ...last, event: "paused", kind: "paused" } as const;
const TOLD = decideNotice(NOTHING_TOLD, PAUSED, 5, 1000).next;

describe.each(kinds)("what was told, in $name", ({ canRun, make }) => {
  it.runIf(canRun)("comes back as it was, and its task is followed until its end", async () => {
    const store = new ToldStore(make(), now);
    expect([await store.find("a"), await store.listFollowed()]).toEqual([null, []]);
    await store.keep("a", NOTHING_TOLD);
    await store.keep("a", TOLD);
    await store.keep("b", NOTHING_TOLD);
    expect(await store.find("a")).toEqual(TOLD);
    expect(await store.listFollowed()).toHaveLength(2);
    await store.end("a", TOLD);
    expect(await store.find("a")).toEqual(TOLD);
    expect(await store.listFollowed()).toEqual([{ taskId: "b", told: NOTHING_TOLD }]);
    await store.keep("a", TOLD);
    expect(await store.listFollowed()).toHaveLength(2);
    await store.forget("a");
    await store.forget("b");
    expect([await store.find("a"), await store.listFollowed()]).toEqual([null, []]);
  });

  it.runIf(canRun)("leaves tasks to the sender until it takes them on", async () => {
    const store = new ToldStore(make(), now);
    await store.leave("a");
    await store.leave("a");
    await store.leave("b");
    await store.keep("a", TOLD);
    expect([...(await store.listLeft())].sort()).toEqual(["a", "b"]);
    await store.take("a");
    expect([await store.listLeft(), await store.find("a")]).toEqual([["b"], TOLD]);
  });

  it.runIf(canRun)(
    "keeps when the list was read, and takes nothing that is no record",
    async () => {
      const data = make();
      const store = new ToldStore(data, now);
      expect(await store.listReadAt()).toBeNull();
      const readAt = Date.now();
      await store.noteListRead(readAt);
      expect(await store.listReadAt()).toBe(readAt);
      const bad = { kind: "told", id: "a", group: "followed", until: Date.now() + 60_000 };
      for (const value of ["", "null", "{}", '{"taskId":"a","told":{"count":1}}']) {
        await data.put({ ...bad, value });
        expect([await store.find("a"), await store.listFollowed()]).toEqual([null, []]);
      }
    },
  );
});
