import { environmentManager, QueryObserver, type QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Board, BoardEntry } from "@/lib/contract/board";
import { sampleSnapshot } from "@/test/factories/snapshot";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import { boardQueryOptions, startBoard } from "./board-query";
import { makeQueryClient } from "@/lib/client/api/query-client";
import { NO_SIGNS } from "@/test/factories/need-signs";

const START = Date.parse("2026-03-01T12:00:00.000Z");
const [A, B] = ["3c90c3cc-0d44-4b50-8888-8dd25736052a", "8079447b-1ec1-58b7-86a3-7b777412a300"];

function entryOf(id: string, status: TaskStatus, at: number): BoardEntry {
  const { task } = sampleSnapshot();
  const finishedAt = status === "finished" ? new Date(at - 100_000).toISOString() : null;
  return {
    id,
    ok: true,
    revision: status,
    fetchedAt: new Date(at).toISOString(),
    stale: null,
    task: {
      ...task,
      id,
      status,
      finishedAt,
      lastStep: null,
      screenshotStep: null,
      stepTimes: { usual: null, total: null },
      hasAnswer: true,
      failureCount: 0,
      needSigns: NO_SIGNS,
    },
  };
}

const boardOf = (...entries: BoardEntry[]): Board => ({
  revision: entries.map((entry) => (entry.ok ? entry.revision : "none")).join(),
  entries,
});

let client: QueryClient;
let answer: () => Board;
let calls = 0;
const leave: (() => void)[] = [];

beforeEach(() => {
  // A server asks once and never again.
  environmentManager.setIsServer(() => false);
  vi.useFakeTimers({ now: START });
  client = makeQueryClient();
  calls = 0;
  vi.stubGlobal("fetch", async () => {
    calls += 1;
    return Promise.resolve(Response.json(answer()));
  });
});
afterEach(() => {
  for (const end of leave.splice(0)) end();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function openBoard(rendered: Board | null, ids: readonly string[]) {
  const memory = startBoard(client, rendered);
  const observer = new QueryObserver(client, boardQueryOptions(ids, memory));
  const close = observer.subscribe(() => undefined);
  leave.push(close);
  const shown = () =>
    observer
      .getCurrentResult()
      .data?.board.entries.map((entry) => (entry.ok ? entry.task.status : "none")) ?? null;
  return { close, shown, memory };
}

/** Opens a board of a running task, and lets its first question be answered. */
async function openRunning() {
  answer = () => boardOf(entryOf(A, "running", Date.now()));
  const board = openBoard(answer(), [A]);
  await seconds(0);
  calls = 0;
  return board;
}

/** Lets every question be refused. */
function refuse(code: string, init: ResponseInit) {
  vi.stubGlobal("fetch", () => {
    calls += 1;
    return Promise.resolve(Response.json({ code }, init));
  });
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

it("B1 a board shows the end to whoever comes back by a link after it", async () => {
  answer = () => boardOf(entryOf(A, "running", Date.now()), entryOf(B, "running", Date.now()));
  const first = openBoard(answer(), [A, B]);
  await seconds(3);
  first.close();
  await seconds(120);
  answer = () => boardOf(entryOf(A, "finished", Date.now()), entryOf(B, "finished", Date.now()));
  expect(openBoard(answer(), [A, B]).shown()).toEqual(["finished", "finished"]);
});

it("each tile of a board goes on from the newer of what is known", async () => {
  const early = boardOf(entryOf(A, "running", START), entryOf(B, "finished", START));
  answer = () => boardOf(entryOf(A, "running", Date.now()), entryOf(B, "running", Date.now()));
  const first = openBoard(answer(), [A, B]);
  await seconds(5);
  first.close();
  const second = openBoard(early, [A, B]);
  expect(second.shown()).toEqual(["running", "running"]);
  answer = () => boardOf(entryOf(A, "finished", Date.now()), entryOf(B, "finished", Date.now()));
  await seconds(5);
  expect(second.shown()).toEqual(["finished", "finished"]);
});

it("a board whose tasks were all over long before asks for nothing", async () => {
  answer = () => boardOf(entryOf(A, "finished", START));
  openBoard(answer(), [A]);
  await seconds(60);
  expect(calls).toBe(0);
});

it("a task that was too slow this once keeps what was known of it, and is asked for on", async () => {
  const slow = { id: A, ok: false, code: null, retryAfterSeconds: null } as const;
  answer = () => boardOf(entryOf(A, "running", Date.now()));
  const { shown } = openBoard(answer(), [A]);
  answer = () => boardOf(slow);
  await seconds(5);
  expect([calls > 0, shown()]).toEqual([true, ["running"]]);
  answer = () => boardOf(entryOf(A, "finished", Date.now()));
  await seconds(10);
  expect(shown()).toEqual(["finished"]);
});

it("a board put together from two answers takes neither for confirmed", async () => {
  answer = () => boardOf(entryOf(A, "running", Date.now()), entryOf(B, "running", Date.now()));
  openBoard(answer(), [A, B]).close();
  await seconds(1);
  const early = boardOf(entryOf(A, "running", START + 500), entryOf(B, "finished", START - 500));
  vi.stubGlobal("fetch", (_: unknown, { headers }: { headers: Record<string, string> }) => {
    const board = boardOf(entryOf(A, "running", Date.now()), entryOf(B, "finished", Date.now()));
    const isKnown = headers["if-none-match"] === `"${board.revision}"`;
    return Promise.resolve(isKnown ? new Response(null, { status: 304 }) : Response.json(board));
  });
  const second = openBoard(early, [A, B]);
  expect(second.shown()).toEqual(["running", "running"]);
  await seconds(5);
  expect(second.shown()).toEqual(["running", "finished"]);
});

it("a tile that comes leaves the others on the board while it is asked for", async () => {
  answer = () => boardOf(entryOf(A, "running", Date.now()));
  const memory = startBoard(client, answer());
  const observer = new QueryObserver(client, boardQueryOptions([A], memory));
  leave.push(observer.subscribe(() => undefined));
  await seconds(5);
  const known = observer.getCurrentResult().data;
  answer = () => boardOf(entryOf(A, "running", Date.now()), entryOf(B, "running", Date.now()));
  observer.setOptions(boardQueryOptions([A, B], memory));
  expect(observer.getCurrentResult().data).toBe(known);
  await seconds(0);
  const { board, paces } = observer.getCurrentResult().data ?? {};
  expect(board?.entries.map(({ id }) => id)).toEqual([A, B]);
  expect(paces?.get(A)).toEqual(known?.paces.get(A));
});

it("after failures it asks less and less often, keeps what is known, and goes on as before when it is well", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const { shown } = await openRunning();
  const wellAnswer = answer;
  const pauses: number[] = [];
  let askedAt = START;
  answer = () => {
    pauses.push(Date.now() - askedAt);
    askedAt = Date.now();
    throw new TypeError("No network");
  };
  await seconds(40);
  expect(pauses).toEqual([1000, 500, 1000, 2000, 4000, 7500, 7500, 7500, 7500]);
  expect(shown()).toEqual(["running"]);
  answer = wellAnswer;
  await seconds(7.5);
  calls = 0;
  await seconds(3);
  expect(calls).toBe(3);
});

it("many boards do not ask in step after a failure: each waits for a part of the pause that it draws once", async () => {
  const drawn = vi.spyOn(Math, "random").mockReturnValue(0.5);
  await openRunning();
  answer = () => {
    throw new TypeError("No network");
  };
  await seconds(1);
  drawn.mockReturnValue(0);
  await seconds(0.749);
  expect([calls, drawn.mock.calls.length]).toEqual([1, 1]);
  await seconds(0.001);
  expect(calls).toBe(2);
});

it("waits as long as a refusal asks for", async () => {
  await openRunning();
  refuse("upstream-rate-limited", { status: 503, headers: { "retry-after": "20" } });
  await seconds(20.9);
  expect(calls).toBe(1);
  await seconds(0.1);
  expect(calls).toBe(2);
});

it("a refusal that stays ends the questions", async () => {
  await openRunning();
  refuse("cross-site", { status: 403 });
  await seconds(600);
  expect(calls).toBe(1);
});

it("a question that is given up because the board is left counts as no failure", async () => {
  const { close, memory } = await openRunning();
  vi.stubGlobal("fetch", (_: unknown, { signal }: { signal: AbortSignal }) => {
    calls += 1;
    return new Promise((_answer, reject) => {
      signal.addEventListener("abort", () => {
        reject(new DOMException("Aborted", "AbortError"));
      });
    });
  });
  await seconds(1);
  close();
  await seconds(0);
  expect([calls, memory.request.failures]).toEqual([1, 0]);
});

it("a task that is gone leaves the others their pace, and keeps no board awake", async () => {
  const gone = { id: B, ok: false, code: "task-gone", retryAfterSeconds: null } as const;
  answer = () => boardOf(entryOf(A, "running", Date.now()), gone);
  const { shown } = openBoard(answer(), [A, B]);
  await seconds(0);
  calls = 0;
  await seconds(3);
  expect([calls, shown()]).toEqual([3, ["running", "none"]]);
  answer = () => boardOf(entryOf(A, "finished", START), gone);
  await seconds(60);
  calls = 0;
  await seconds(600);
  expect(calls).toBe(0);
});
