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
