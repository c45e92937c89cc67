// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import { controlKey, useControlStanding } from "./use-control-standing";

const client = makeQueryClient();
const RENDERED = { isAllowed: true, canPause: false, notes: [] };
let asked = 0;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  vi.stubGlobal("fetch", () => {
    asked += 1;
    return Promise.resolve(Response.json({ isAllowed: true, canPause: true, notes: [] }));
  });
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1000));

function open(status: TaskStatus) {
  const { result, rerender } = renderHook(
    (props: { status: TaskStatus }) => useControlStanding({ id: "a", ...props }, RENDERED, true),
    {
      initialProps: { status },
      wrapper: ({ children }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );
  return {
    canPause: () => result.current.canPause,
    become: (next: TaskStatus) => {
      rerender({ status: next });
    },
  };
}

it("begins with what the server rendered, and asks twice a minute while the task goes on", async () => {
  const { canPause } = open("running");
  await seconds(29);
  expect([asked, canPause()]).toEqual([0, false]);
  await seconds(2);
  expect([asked, canPause()]).toEqual([1, true]);
});

it("asks for nothing of a task that is over, unless something is done from this page", async () => {
  const { canPause } = open("finished");
  await seconds(600);
  expect(asked).toBe(0);
  await act(() => client.invalidateQueries({ queryKey: controlKey("a") }));
  await seconds(0);
  expect([asked, canPause()]).toEqual([1, true]);
});

it("asks at once when the status changes, and shows what is known meanwhile", async () => {
  const { canPause, become } = open("running");
  await seconds(31);
  become("paused");
  expect(canPause()).toBe(true);
  await seconds(0);
  expect(asked).toBe(2);
});
