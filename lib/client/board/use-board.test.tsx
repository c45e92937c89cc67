// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import type { Board, BoardEntry } from "@/lib/contract/board";
import { sampleSnapshot } from "@/test/factories/snapshot";
import { useBoard } from "./use-board";
import { NO_SIGNS } from "@/test/factories/need-signs";

// Who is signed out is led away, which is not looked at here.
vi.mock("@/lib/client/api/redirect-to-sign-in", () => ({ redirectToSignIn: () => undefined }));

const client = makeQueryClient();
let answer: () => Response;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => Promise.resolve(answer()));
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function boardOf(...ids: string[]): Board {
  const { task } = sampleSnapshot();
  const entries = ids.map((id): BoardEntry => ({
    id,
    ok: true,
    revision: "a",
    fetchedAt: new Date().toISOString(),
    stale: null,
    task: {
      ...task,
      id,
      status: "running",
      lastStep: null,
      screenshotStep: null,
      stepTimes: { usual: null, total: null },
      hasAnswer: false,
      failureCount: 0,
      needSigns: NO_SIGNS,
    },
  }));
  return { revision: ids.join(), entries };
}

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function openBoard(ids: readonly string[], initial: Board | null) {
  const { result, rerender } = renderHook(
    (props: { ids: readonly string[] }) => useBoard(props.ids, initial),
    {
      initialProps: { ids },
      wrapper: ({ children }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );
  return {
    show: (next: readonly string[]) => {
      rerender({ ids: next });
    },
    /** The tiles, with those marked that nothing is known of. */
    tiles: () => result.current.tiles.map(({ id, entry }) => (entry === null ? `${id}?` : id)),
    hasPaces: () => result.current.tiles.map(({ pace }) => pace !== null),
    problem: () => result.current.problem,
  };
}

/** A board of one task, whose first question is answered. */
async function openRunning() {
  answer = () => Response.json(boardOf("a"));
  const board = openBoard(["a"], boardOf("a"));
  await wait(0);
  return board;
}

it("has a tile for each task in the order of the address, whether or not it is known", async () => {
  answer = () => Response.json(boardOf("a", "b"));
  const { tiles, hasPaces, show } = openBoard(["b", "a"], null);
  expect([tiles(), hasPaces()]).toEqual([
    ["b?", "a?"],
    [false, false],
  ]);
  await wait(0);
  expect([tiles(), hasPaces()]).toEqual([
    ["b", "a"],
    [true, true],
  ]);
  answer = () => Response.json(boardOf("a", "b", "c"));
  show(["c", "a"]);
  expect(tiles()).toEqual(["c?", "a"]);
  await wait(0);
  expect(tiles()).toEqual(["c", "a"]);
});

it("begins with what the server rendered", () => {
  answer = () => Response.json({}, { status: 500 });
  expect(openBoard(["a"], boardOf("a")).tiles()).toEqual(["a"]);
});

it.each([
  ["a problem of ours", { code: "upstream-timeout" }, "upstream-timeout"],
  ["an answer of somebody else", { words: "A captive portal" }, "unreadable"],
  ["an answer that is half a board", { revision: "", entries: [null] }, "unreadable", 200],
])(
  "says that %s came instead of news, and keeps what is known until there is some",
  async (_, body, code, status = 502) => {
    const { tiles, problem } = await openRunning();
    answer = () => Response.json(body, { status });
    await wait(1100);
    expect([tiles(), problem()]).toEqual([["a"], code]);
    answer = () => Response.json(boardOf("a"));
    await wait(1100);
    expect([tiles(), problem()]).toEqual([["a"], null]);
  },
);

it("says that there is no network, whatever else is the matter", async () => {
  const { problem } = await openRunning();
  act(() => {
    window.dispatchEvent(new Event("offline"));
  });
  expect(problem()).toBe("offline");
  act(() => {
    window.dispatchEvent(new Event("online"));
  });
  await wait(0);
  expect(problem()).toBe(null);
});

it("shows nothing of the tasks to whoever is signed out", async () => {
  const { tiles, hasPaces, problem } = await openRunning();
  answer = () => Response.json({ code: "sign-in-required" }, { status: 401 });
  await wait(1100);
  expect([tiles(), hasPaces(), problem()]).toEqual([["a?"], [false], "sign-in-required"]);
});
