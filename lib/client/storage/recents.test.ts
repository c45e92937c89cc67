// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forgetAllTasks, forgetTask, parseRecents, rememberTask, useRecents } from "./recents";

beforeEach(() => {
  window.localStorage.clear();
});
afterEach(cleanup);

const open = () => renderHook(useRecents);
const remember = (id: string, stepCount = 0, prompt = "Buy milk") => {
  act(() => {
    rememberTask({ id, prompt, status: "running", stepCount }, Number(id));
  });
};

it("a task that is opened stands on top, once, with what was last known of it", () => {
  const { result } = open();
  expect(result.current).toEqual([]);
  remember("1", 3);
  remember("2");
  remember("1", 5);
  expect(result.current).toEqual([
    { id: "1", prompt: "Buy milk", status: "running", stepCount: 5, openedAt: 1 },
    { id: "2", prompt: "Buy milk", status: "running", stepCount: 0, openedAt: 2 },
  ]);
});

it("keeps twelve, and of a prompt no more than a list shows", () => {
  const { result } = open();
  for (let number = 1; number <= 14; number++) remember(String(number));
  const ids = () => result.current?.map(({ id }) => Number(id));
  expect(ids()).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  remember("3", 0, "milk ".repeat(1000));
  expect(ids()).toEqual([3, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
  expect(result.current?.[0]?.prompt).toHaveLength(200);
});

it("forgets one task, or all, for every part of the page", () => {
  const [one, other] = [open().result, open().result];
  remember("1");
  remember("2");
  act(() => {
    forgetTask("1");
  });
  expect([one.current, other.current].map((recents) => recents?.map(({ id }) => id))).toEqual([
    ["2"],
    ["2"],
  ]);
  act(forgetAllTasks);
  expect([one.current, other.current]).toEqual([[], []]);
});

it("is the same list until it changes: nothing is drawn anew for what another store keeps", () => {
  const { result, rerender } = open();
  remember("1");
  const before = result.current;
  act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key: "another" }));
  });
  rerender();
  expect(result.current).toBe(before);
});

const entry = { id: "a", prompt: "Buy milk", status: "running", stepCount: 3, openedAt: 1 };

describe("parseRecents", () => {
  it("reads what was written", () => {
    expect(parseRecents(JSON.stringify([entry]))).toEqual([entry]);
  });

  it.each([null, "", "{", "{}", "null", '["x"]', JSON.stringify([{ ...entry, status: "odd" }])])(
    "takes %j for an empty list",
    (text) => {
      expect(parseRecents(text)).toEqual([]);
    },
  );

  it("keeps the good entries beside a bad one, and twelve at most", () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...entry, id: String(index) }));
    const read = parseRecents(JSON.stringify([{ id: 1 }, ...many]));
    expect(read.map((recent) => recent.id)).toEqual(many.slice(0, 12).map((recent) => recent.id));
  });
});
