import { beforeEach, expect, it } from "vitest";
import { createMemoryData } from "@/lib/server/data/memory-data-store";
import { createControlNotes } from "./control-notes";

const START = Date.parse("2026-03-01T12:00:00.000Z");
const DAY_MS = 86_400_000;
let now = START;
let warnings = 0;
const log = {
  warn: () => {
    warnings += 1;
  },
};
const open = () =>
  createControlNotes(
    createMemoryData(() => now),
    () => now,
    log,
  );
const taken = { action: "take-control", who: "ann", afterStep: 3, isSure: true } as const;
const stopped = { action: "stop", who: null, afterStep: null, isSure: false } as const;

beforeEach(() => {
  now = START;
  warnings = 0;
});

it("remembers what was done to which task, by whom and after which step, the oldest first", async () => {
  const notes = open();
  await notes.add("a", taken);
  now += 60_000;
  await notes.add("a", stopped);
  await notes.add("b", stopped);
  expect(await notes.list("a")).toMatchObject([
    { ...taken, at: "2026-03-01T12:00:00.000Z" },
    { ...stopped, at: "2026-03-01T12:01:00.000Z" },
  ]);
  expect(await notes.list("c")).toEqual([]);
});

it("notes once that somebody took control, until they have been away for a while", async () => {
  const notes = open();
  await notes.add("a", taken);
  await notes.add("a", taken);
  await notes.add("a", { ...taken, who: "bob" });
  now += 300_000;
  await notes.add("a", { ...taken, who: "bob" });
  expect((await notes.list("a")).map(({ who }) => who)).toEqual(["ann", "bob", "bob"]);
});

it("keeps the last fifty of a task, and none for longer than thirty days", async () => {
  const notes = open();
  for (let count = 0; count < 53; count += 1) {
    now += 1000;
    await notes.add("a", { ...stopped, afterStep: count });
  }
  const kept = (await notes.list("a")).map(({ afterStep }) => afterStep);
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([50, 3, 52]);
  now += 30 * DAY_MS;
  expect(await notes.list("a")).toEqual([]);
});

it("lets nothing fail where it can neither remember nor read, and passes over what is no note", async () => {
  const data = createMemoryData(() => now);
  const away = () => Promise.reject(new Error("No store"));
  const broken = createControlNotes({ ...data, put: away, list: away }, () => now, log);
  await broken.add("a", stopped);
  expect([await broken.list("a"), warnings]).toEqual([[], 2]);
  for (const value of ["{", "{}", '{"id":"x"}']) {
    await data.put({ kind: "control", id: value, group: "a", value, until: now + 1000 });
  }
  expect(await createControlNotes(data, () => now, log).list("a")).toEqual([]);
});
