import { beforeEach, describe, expect, it } from "vitest";
import fc from "fast-check";
import { dataStores } from "@/test/data-stores";
import type { DataStore } from "./data-store";
import { createMemoryData } from "./memory-data-store";

let now = Date.now();
const { kinds } = dataStores(() => now);

const record = (id: string, more: object = {}) => ({
  kind: "share",
  id,
  group: "task",
  value: `value of ${id}`,
  until: now + 60_000,
  ...more,
});

/** What JSON and ids are made of: any text, but for NUL. */
const text = fc
  .oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "a\u202eb", "\ufeff", "\u0001"))
  .filter((each) => !each.includes("\u0000"));

describe.each(kinds)("a store of data in $name", ({ canRun, make }) => {
  let store: DataStore = createMemoryData(() => now);
  beforeEach(() => {
    now = Date.now();
    if (canRun) store = make();
  });

  it.runIf(canRun)("knows nothing at first", async () => {
    expect(await store.get("share", "a")).toBeNull();
    expect(await store.list("share", "task")).toEqual([]);
    expect(await store.remove({ kind: "share", id: "a", group: "task" })).toBe(false);
  });

  it.runIf(canRun)("gives a value back as it was, by its kind and id", async () => {
    await store.put(record("a"));
    expect(await store.get("share", "a")).toBe("value of a");
    expect(await store.get("note", "a")).toBeNull();
    expect(await store.get("share", "b")).toBeNull();
  });

  it.runIf(canRun)("puts a record in the place of one with its kind and id", async () => {
    await store.put(record("a"));
    await store.put(record("a", { value: "another" }));
    expect(await store.get("share", "a")).toBe("another");
    expect(await store.list("share", "task")).toEqual([{ id: "a", value: "another" }]);
  });

  it.runIf(canRun)("lists a group of a kind, and nothing else", async () => {
    await store.put(record("a"));
    await store.put(record("b"));
    await store.put(record("c", { group: "another" }));
    await store.put(record("d", { kind: "note" }));
    const ids = (await store.list("share", "task")).map(({ id }) => id);
    expect(ids.sort()).toEqual(["a", "b"]);
  });

  it.runIf(canRun)("forgets what is removed, once", async () => {
    await store.put(record("a"));
    await store.put(record("b"));
    expect(await store.remove(record("a"))).toBe(true);
    expect(await store.get("share", "a")).toBeNull();
    expect(await store.list("share", "task")).toEqual([{ id: "b", value: "value of b" }]);
    expect(await store.remove(record("a"))).toBe(false);
  });

  it.runIf(canRun)("forgets what has ended", async () => {
    await store.put(record("a", { until: now + 100 }));
    await store.put(record("b"));
    await new Promise((resolve) => setTimeout(resolve, 150));
    now += 150;
    expect(await store.get("share", "a")).toBeNull();
    expect(await store.list("share", "task")).toEqual([{ id: "b", value: "value of b" }]);
    expect(await store.remove(record("a"))).toBe(false);
  });

  it.runIf(canRun)("keeps any text, under any id", async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        text.filter((id) => id !== ""),
        async (value, id) => {
          await store.put(record(id, { value }));
          expect(await store.get("share", id)).toBe(value);
        },
      ),
      { numRuns: 40 },
    );
  });
});
