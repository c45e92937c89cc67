// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { rememberTask } from "@/lib/client/storage/recents";
import { MOST_ON_BOARD } from "@/lib/contract/board";
import { fakeAddressTimers, followAddress, openAddress, UrlRouter } from "@/test/url-router";
import { useBoardIds } from "./use-board-ids";

fakeAddressTimers();
beforeEach(() => {
  window.localStorage.clear();
});

const id = (number: number) => `3c90c3cc-0d44-4b50-8888-${String(number).padStart(12, "0")}`;
const ids = (count: number) => Array.from({ length: count }, (_, index) => id(index + 1));
const remember = (number: number, status: "running" | "finished") => {
  act(() => {
    rememberTask({ id: id(number), prompt: "", status, stepCount: 0 }, number);
  });
};

function openBoard(search: string) {
  openAddress(`/board${search}`);
  const { result } = renderHook(() => useBoardIds(), { wrapper: UrlRouter });
  act(() => {
    vi.runAllTimers();
  });
  followAddress();
  return result;
}

it("takes up the recent tasks that were not over, once", () => {
  remember(1, "running");
  remember(2, "finished");
  remember(3, "running");
  const board = openBoard("");
  expect(board.current.ids).toEqual([id(3), id(1)]);
  expect(window.location.search).toContain(id(3));
  remember(4, "running");
  expect(board.current.ids).toEqual([id(3), id(1)]);
});

it("begins empty where no task goes on, and stays so when the last one is taken off", () => {
  remember(2, "finished");
  expect(openBoard("").current.ids).toEqual([]);
  remember(1, "running");
  const board = openBoard(`?ids=${id(5)}`);
  act(() => {
    board.current.setIds([]);
    vi.runAllTimers();
  });
  followAddress();
  expect(board.current.ids).toEqual([]);
});

it("shows as many as a board holds, and says how many of the address are left out", () => {
  const board = openBoard(`?ids=${ids(MOST_ON_BOARD + 2).join(",")}`);
  expect(board.current.ids).toHaveLength(MOST_ON_BOARD);
  expect(board.current.leftOut).toBe(2);
});

it("a task that was left out takes the room of one that is taken off", () => {
  const board = openBoard(`?ids=${ids(MOST_ON_BOARD + 2).join(",")}`);
  act(() => {
    board.current.setIds((board.current.ids ?? []).filter((one) => one !== id(1)));
    vi.runAllTimers();
  });
  followAddress();
  expect(board.current.ids).toEqual(ids(MOST_ON_BOARD + 1).slice(1));
  expect(board.current.leftOut).toBe(1);
});
