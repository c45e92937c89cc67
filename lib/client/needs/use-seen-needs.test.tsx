// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import { useSeenNeeds } from "./use-seen-needs";

/** The keys that the server has of task 1, what it was asked, and the code of a problem that it answers instead. */
let kept: string[] = [];
let asked: string[] = [];
let problem: string | null = null;
const client = makeQueryClient();

beforeEach(() => {
  vi.useFakeTimers();
  [kept, asked, problem] = [[], [], null];
  vi.stubGlobal("fetch", (path: string, { method = "GET", body = "" }: RequestInit) => {
    asked.push(`${method} ${path}`);
    if (problem !== null) return Promise.resolve(Response.json({ code: problem }, { status: 503 }));
    if (method === "GET") {
      const marks = kept.map((key) => ({ taskId: "1", key, seenAt: "", who: null }));
      return Promise.resolve(Response.json({ marks }));
    }
    kept = method === "POST" && typeof body === "string" && body.includes("end") ? ["end"] : [];
    return Promise.resolve(new Response(null, { status: 204 }));
  });
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
function open(...taskIds: string[]) {
  return renderHook(() => useSeenNeeds(taskIds), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  }).result;
}

it("asks once for all tasks, and every half minute for what others have marked", async () => {
  const seen = open("1", "2");
  await settle();
  expect(seen.current.marks).toEqual([]);
  kept = ["end"];
  await settle(30_100);
  expect(seen.current.marks.map(({ key }) => key)).toEqual(["end"]);
  expect(asked).toEqual(["GET /api/seen?ids=1,2", "GET /api/seen?ids=1,2"]);
});

it("asks nothing for no task", async () => {
  open();
  await settle(60_000);
  expect(asked).toEqual([]);
});

it("marks and takes back, and shows what the server has then", async () => {
  const seen = open("1");
  await settle();
  act(() => {
    seen.current.mark("1", "end", true);
  });
  expect(seen.current.isBusy).toBe(true);
  await settle();
  expect([seen.current.isBusy, seen.current.marks.length]).toEqual([false, 1]);
  act(() => {
    seen.current.mark("1", "end", false);
  });
  await settle();
  expect(seen.current.marks).toEqual([]);
  expect(asked).toContain("DELETE /api/tasks/1/seen?key=end");
});

it("says in words why that failed, and keeps what was known", async () => {
  kept = ["end"];
  const seen = open("1");
  await settle();
  problem = "seen-unavailable";
  act(() => {
    seen.current.mark("1", "end", false);
  });
  await settle();
  expect(seen.current).toMatchObject({
    failure: "Marks cannot be reached now",
    isBusy: false,
    marks: [{ key: "end" }],
  });
});
