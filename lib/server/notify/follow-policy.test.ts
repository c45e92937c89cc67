import { expect, it } from "vitest";
import { isOver, listSince, tasksToFollow, tasksToRead } from "./follow-policy";
import { NOTHING_TOLD } from "./notice-policy";

const MINUTE = 60_000;

it("reads what nobody had read for half a round, the longest ago first, and not all at once", () => {
  const tasks = [0, 5, 16, 14, 40].map((age, index) => ({
    taskId: String(index),
    lastAt: 100_000 - age * 1000,
  }));
  expect(tasksToRead(tasks, 100_000, 30_000)).toEqual(["4", "2"]);
  const many = Array.from({ length: 50 }, (_, index) => ({ taskId: String(index), lastAt: 0 }));
  expect(tasksToRead(many, 100_000, 30_000)).toHaveLength(20);
});

it("follows of a list what goes on, and what ended since", () => {
  const at = (minute: number) => new Date(minute * MINUTE).toISOString();
  const item = (id: string, status: "running" | "finished", finishedAt: string | null) => ({
    id,
    status,
    createdAt: null,
    startedAt: at(1),
    finishedAt,
  });
  const items = [
    item("runs", "running", null),
    item("ended late", "finished", at(11)),
    item("ended before", "finished", at(9)),
    item("ended some time after its start", "finished", null),
  ];
  expect(tasksToFollow(items, 10 * MINUTE).map(({ id }) => id)).toEqual(["runs", "ended late"]);
  expect(tasksToFollow(items, 0).map(({ id }) => id)).toHaveLength(4);
});

it("takes ends as news from the first start on, and after a gap those of an hour", () => {
  const now = 600 * MINUTE;
  expect(listSince(null, now)).toBe(now);
  expect(listSince(now - MINUTE, now)).toBe(now - 6 * MINUTE);
  expect(listSince(now - 300 * MINUTE, now)).toBe(now - 60 * MINUTE);
});

it("lets go of a task some minutes after its end was told, when nothing was held back", () => {
  const ended = { ...NOTHING_TOLD, endedAt: 0 };
  expect(isOver(NOTHING_TOLD, 99 * MINUTE)).toBe(false);
  expect(isOver(ended, 9 * MINUTE)).toBe(false);
  expect(isOver(ended, 10 * MINUTE)).toBe(true);
  expect(isOver({ ...ended, changes: 1 }, 10 * MINUTE)).toBe(false);
});
