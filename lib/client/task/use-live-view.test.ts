// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SLOW_AFTER_MS } from "@/lib/domain/freshness/live-view-state";
import { useLiveView } from "./use-live-view";

/** The requests so far: the signal of each, and what answers it. */
let requests: { path: string; signal: AbortSignal; answer: (response: Response) => void }[] = [];

/** The addresses that the browser notes for whoever measures the page. */
let noted: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  requests = [];
  vi.stubGlobal("fetch", (path: string, { signal }: { signal: AbortSignal }) => {
    return new Promise<Response>((resolve, reject) => {
      signal.addEventListener("abort", () => {
        reject(new DOMException("Aborted", "AbortError"));
      });
      requests.push({ path, signal, answer: resolve });
    });
  });
  noted = [];
  // Not there in jsdom.
  Object.assign(performance, {
    clearResourceTimings: () => {
      noted = [];
    },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function openPanel() {
  const { result, rerender, unmount } = renderHook(
    (props: { isWanted: boolean }) => useLiveView("1", props.isWanted),
    { initialProps: { isWanted: false } },
  );
  return {
    want: (isWanted: boolean) => {
      rerender({ isWanted });
    },
    answer: (body: unknown, at = requests.length - 1) =>
      act(async () => {
        requests[at]?.answer(Response.json(body));
        await vi.advanceTimersByTimeAsync(0);
      }),
    wait: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
    load: () => {
      act(() => {
        result.current.onLoaded();
      });
    },
    reload: () => {
      act(() => {
        result.current.reload();
      });
    },
    shown: () => [result.current.connection, result.current.url],
    now: () => result.current,
    unmount,
  };
}

it("asks for the address only when it is wanted, and tells when its page is loaded", async () => {
  const { want, answer, load, shown } = openPanel();
  expect([requests, shown()]).toEqual([[], ["none", null]]);
  want(true);
  expect([requests.map(({ path }) => path), shown()]).toEqual([
    ["/api/tasks/1/live"],
    ["requested", null],
  ]);
  await answer({ url: "https://live.example/1" });
  expect(shown()).toEqual(["requested", "https://live.example/1"]);
  load();
  expect(shown()).toEqual(["loaded", "https://live.example/1"]);
});

it("forgets the address when it is not wanted any more: wanted again, it asks anew", async () => {
  const { want, answer, load, shown } = openPanel();
  want(true);
  await answer({ url: "https://live.example/1" });
  noted.push("https://live.example/1");
  load();
  want(false);
  expect([shown(), noted]).toEqual([["none", null], []]);
  want(true);
  expect(shown()).toEqual(["requested", null]);
  await answer({ url: "https://live.example/2" });
  expect(shown()).toEqual(["requested", "https://live.example/2"]);
});

it.each(["released", "left"])("an address is waited for no longer when the panel is %s", (how) => {
  const { want, unmount } = openPanel();
  want(true);
  if (how === "released") want(false);
  else unmount();
  expect([requests[0]?.signal.aborted, vi.getTimerCount()]).toEqual([true, 0]);
});

it("a failure is told, and asking again shows nothing of the time before", async () => {
  const { want, answer, reload, shown, now } = openPanel();
  want(true);
  await answer({ words: "A captive portal" });
  const before = now().attempt;
  expect(shown()).toEqual(["failed", null]);
  reload();
  expect([shown(), now().attempt === before]).toEqual([["requested", null], false]);
  await answer({ url: "https://live.example/1" });
  reload();
  expect([shown(), requests.length]).toEqual([["requested", null], 3]);
});

it("tells that it has become slow, and measures each try from its own beginning", async () => {
  const { want, wait, reload, now } = openPanel();
  want(true);
  await wait(SLOW_AFTER_MS - 1);
  expect(now().waitedMs).toBe(0);
  await wait(1);
  expect(now().waitedMs).toBe(SLOW_AFTER_MS);
  reload();
  expect(now().waitedMs).toBe(0);
  await wait(SLOW_AFTER_MS);
  want(false);
  want(true);
  expect(now().waitedMs).toBe(0);
});
