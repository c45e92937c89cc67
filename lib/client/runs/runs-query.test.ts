import { environmentManager, QueryObserver, type QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import type { TaskList, TaskListEntry } from "@/lib/contract/task-list";
import { sampleEntry } from "@/test/factories/task-list";
import { readOlderRuns, runsQueryOptions } from "./runs-query";

const ALL = { status: null, sessionId: null };

let client: QueryClient;
let asked: string[] = [];
let answer: (page: number) => Response;
const leave: (() => void)[] = [];

beforeEach(() => {
  // A server asks once and never again.
  environmentManager.setIsServer(() => false);
  vi.useFakeTimers({ now: Date.parse("2026-11-01T12:00:00.000Z") });
  client = makeQueryClient();
  asked = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    const page = Number(new URL(path, "http://here.example").searchParams.get("page"));
    return Promise.resolve(answer(page));
  });
});
afterEach(() => {
  for (const end of leave.splice(0)) end();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const entry = (id: string, hour: number) =>
  sampleEntry({ id, createdAt: new Date(Date.UTC(2026, 10, 1, hour)).toISOString() });

function listOf(page: number, items: TaskListEntry[], completeTo: string | null): Response {
  const list: TaskList = { items, page, pageSize: 100, total: 3, completeTo, unread: [] };
  return Response.json(list);
}

function openList(filter: Parameters<typeof runsQueryOptions>[0] = ALL) {
  const observer = new QueryObserver(client, runsQueryOptions(filter));
  leave.push(observer.subscribe(() => undefined));
  return {
    ids: () => observer.getCurrentResult().data?.runs.map(({ id }) => id) ?? null,
    error: () => observer.getCurrentResult().error,
  };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

it("reads the newest again every five seconds, and keeps what was read behind them", async () => {
  const [a, b] = [entry("a", 9), entry("b", 8)];
  answer = (page) => (page === 1 ? listOf(1, [a], a.createdAt) : listOf(2, [b], null));
  const list = openList();
  await seconds(0);
  await readOlderRuns(client, ALL, new AbortController().signal);
  expect(list.ids()).toEqual(["a", "b"]);
  const c = entry("c", 10);
  answer = () => listOf(1, [c, a], a.createdAt);
  await seconds(5);
  expect(list.ids()).toEqual(["c", "a", "b"]);
  expect(asked.map((path) => path.replace(/.*\?/, ""))).toEqual([
    "page=1&pageSize=100",
    "page=2&pageSize=100",
    "page=1&pageSize=100",
  ]);
  // All was read: there is nothing to ask for.
  await readOlderRuns(client, ALL, new AbortController().signal);
  expect(asked).toHaveLength(3);
});

it("asks the service by status and session, each list for itself", async () => {
  const sessionId = "8079447b-1ec1-58b7-86a3-7b777412a300";
  answer = () => listOf(1, [], null);
  openList({ status: "failed", sessionId });
  await seconds(0);
  expect(asked).toEqual([`/api/tasks?page=1&pageSize=100&status=failed&sessionId=${sessionId}`]);
});

it.each([
  ["upstream-unavailable", 503, {}, 15],
  ["upstream-rate-limited", 429, { "retry-after": "40" }, 40],
] as const)("after %s it waits, and shows what it had", async (code, status, headers, pause) => {
  answer = () => listOf(1, [entry("a", 9)], null);
  const list = openList();
  await seconds(0);
  answer = () => Response.json({ code }, { status, headers });
  await seconds(5);
  expect([list.ids(), list.error()]).toMatchObject([["a"], { code }]);
  const before = asked.length;
  await seconds(pause - 1);
  expect(asked).toHaveLength(before);
  await seconds(1);
  expect(asked).toHaveLength(before + 1);
});

it("asks no more with a key that is refused", async () => {
  answer = () => Response.json({ code: "key-rejected" }, { status: 401 });
  openList();
  await seconds(120);
  expect(asked).toHaveLength(1);
});

it("takes no page of somebody else's for a list", async () => {
  answer = () => new Response("<html>", { headers: { "content-type": "text/html" } });
  const list = openList();
  await seconds(0);
  expect(list.error()).toMatchObject({ code: "unreadable" });
});
