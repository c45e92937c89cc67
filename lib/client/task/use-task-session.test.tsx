// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import type { Task } from "@/lib/domain/task/task";
import type { RecordingState } from "@/lib/domain/task/recording";
import { useTaskSession } from "./use-task-session";

type Asked = Pick<Task, "id" | "status" | "sessionStatus">;

const UP: Asked = { id: "1", status: "running", sessionStatus: "active" };
const client = makeQueryClient();
let state: RecordingState = "after-stop";
let problem: string | null = null;
let asked = 0;

beforeEach(() => {
  vi.useFakeTimers();
  [state, problem, asked] = ["after-stop", null, 0];
  vi.stubGlobal("fetch", (path: string) => {
    asked += 1;
    expect(path).toBe("/api/tasks/1/session");
    return Promise.resolve(
      problem === null
        ? Response.json({ recordings: [{ browserId: null, state }], tasks: [] })
        : Response.json({ code: problem }, { status: 502 }),
    );
  });
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function open() {
  return renderHook((task: Asked) => useTaskSession(task), {
    initialProps: UP,
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
}

it("asks once, again when the browser has stopped, and while its recording is being prepared", async () => {
  const { result, rerender } = open();
  await pass(60_000);
  expect([asked, result.current.session?.recordings[0]?.state]).toEqual([1, "after-stop"]);
  state = "preparing";
  rerender({ ...UP, status: "finished", sessionStatus: "stopped" });
  expect(result.current.session).not.toBeNull();
  await pass(0);
  expect([asked, result.current.session?.recordings[0]?.state]).toEqual([2, "preparing"]);
  await pass(10_000);
  expect(asked).toBe(3);
  state = "ready";
  await pass(120_000);
  expect([asked, result.current.session?.recordings[0]?.state]).toEqual([4, "ready"]);
});

it("says why it could not be asked for, until it can", async () => {
  problem = "upstream-timeout";
  const { result } = open();
  await pass(60_000);
  expect(result.current).toMatchObject({ session: null, failure: "Browser Use Cloud is slow" });
  expect(asked).toBe(1);
  problem = null;
  act(() => {
    result.current.reload();
  });
  await pass(0);
  expect(result.current).toMatchObject({ session: { tasks: [] }, failure: null });
});
