import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryData } from "@/lib/server/data/memory-data-store";
import { dataStores } from "@/test/data-stores";
import { SeenMarkStore } from "./seen-mark-store";

const A = "0a1b2c3d-0000-4000-8000-000000000001";
const B = "0a1b2c3d-0000-4000-8000-000000000002";

let now = Date.now();
const { kinds } = dataStores(() => now);

describe.each(kinds)("seen marks in $name", ({ canRun, make }) => {
  const over = (data: ReturnType<typeof make>) => new SeenMarkStore(data, () => now);
  let marks = over(createMemoryData(() => now));
  beforeEach(() => {
    now = Date.now();
    if (canRun) marks = over(make());
  });
  const keysOf = async (...taskIds: string[]) =>
    (await marks.list(taskIds)).map(({ taskId, key }) => `${taskId} ${key}`).sort();

  it.runIf(canRun)("tell who has seen what, and when, of the tasks asked for", async () => {
    expect(await marks.list([A, B])).toEqual([]);
    await marks.add(A, "captcha-12", "mara@fernweg.example");
    await marks.add(B, "end", null);
    const seenAt = new Date(now).toISOString();
    expect(await marks.list([A])).toEqual([
      { taskId: A, key: "captcha-12", seenAt, who: "mara@fernweg.example" },
    ]);
    expect(await keysOf(A, B)).toEqual([`${A} captcha-12`, `${B} end`]);
  });

  it.runIf(canRun)("are one for each occasion, however often it is marked", async () => {
    await marks.add(A, "end", null);
    await marks.add(A, "end", "noor");
    await marks.add(A, "live-after-end", null);
    expect(await keysOf(A)).toEqual([`${A} end`, `${A} live-after-end`]);
    expect((await marks.list([A])).find(({ key }) => key === "end")?.who).toBe("noor");
  });

  it.runIf(canRun)("are gone when they are taken back, once", async () => {
    await marks.add(A, "end", null);
    expect(await marks.remove(B, "end")).toBe(false);
    expect(await marks.remove(A, "end")).toBe(true);
    expect(await marks.remove(A, "end")).toBe(false);
    expect(await marks.list([A])).toEqual([]);
  });

  it.runIf(canRun)("are the newest twenty of a task, for thirty days", async () => {
    for (let step = 1; step <= 25; step += 1) {
      now += 1;
      await marks.add(A, `login-${String(step)}`, null);
    }
    const kept = Array.from({ length: 20 }, (_, index) => `${A} login-${String(index + 6)}`);
    expect(await keysOf(A)).toEqual(kept.sort());
  });
});

it("are forgotten after thirty days", async () => {
  const marks = new SeenMarkStore(
    createMemoryData(() => now),
    () => now,
  );
  await marks.add(A, "end", null);
  now += 29 * 86_400_000;
  expect(await marks.list([A])).toHaveLength(1);
  now += 86_400_000;
  expect(await marks.list([A])).toEqual([]);
});
