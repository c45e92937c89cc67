// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import { useChanges } from "./use-changes";
import { useKnownChanges } from "./use-known-changes";

const client = makeQueryClient();
let isComplete = true;
let asked = 0;

beforeEach(() => {
  vi.useFakeTimers();
  [isComplete, asked] = [true, 0];
  vi.stubGlobal("fetch", (path: string) => {
    asked += 1;
    expect(path).toBe("/api/tasks/1/changes");
    return Promise.resolve(Response.json({ changes: [{ step: asked, share: 0.5 }], isComplete }));
  });
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function open(props: { isLive: boolean; isWanted: boolean }) {
  return renderHook((given: typeof props) => [useChanges("1", given), useKnownChanges("1")], {
    initialProps: props,
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
}

it("asks once about a run that is over, and on while there is more to compare; others read along", async () => {
  isComplete = false;
  const { result } = open({ isLive: false, isWanted: true });
  await pass(0);
  expect(result.current.map((known) => [...known.keys()])).toEqual([[1], [1]]);
  isComplete = true;
  await pass(60_000);
  expect(asked).toBe(2);
  expect(result.current.map((known) => [...known.keys()])).toEqual([[2], [2]]);
});

it("asks nothing about a run that goes on until a step of it is open, then now and then, and once more at its end", async () => {
  const { rerender } = open({ isLive: true, isWanted: false });
  await pass(60_000);
  expect(asked).toBe(0);
  rerender({ isLive: true, isWanted: true });
  await pass(0);
  expect(asked).toBe(1);
  await pass(15_000);
  expect(asked).toBe(2);
  rerender({ isLive: false, isWanted: true });
  await pass(60_000);
  expect(asked).toBe(3);
});
