import { environmentManager, QueryObserver, type QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Board, BoardEntry } from "@/lib/contract/board";
import { sampleSnapshot } from "@/test/factories/snapshot";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import { boardQueryOptions, startBoard } from "./board-query";
import { makeQueryClient } from "@/lib/client/api/query-client";

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
  vi.stubGlobal("fetch", () => {
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
  return { close, shown };
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
