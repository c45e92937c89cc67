// @vitest-environment jsdom
import { act, cleanup, fireEvent, renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import { taskRoutes, type TaskRoutes } from "@/lib/contract/routes";
import { useStepKeys } from "./use-step-keys";

let clipboard: string[] = [];

beforeEach(() => {
  clipboard = [];
  const writeText = (text: string) => {
    clipboard.push(text);
    return Promise.resolve();
  };
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
});
afterEach(cleanup);

type Page = { selected?: number | null; isLive?: boolean; hasSuspects?: boolean };

/** A page of the steps 2, 4 and 6; what its keys led to. */
function open(page: Page = {}, routes: TaskRoutes | null = null) {
  const led: (number | string)[] = [];
  const toSuspect = (which: string) => () => void led.push(which);
  const { result } = renderHook(
    () =>
      useStepKeys({
        taskId: "t",
        steps: [2, 4, 6].map((number) => ({ number })),
        selected: page.selected ?? null,
        isLive: page.isLive ?? false,
        onSeek: (number) => void led.push(number),
        onPreviousSuspect: page.hasSuspects === true ? toSuspect("previous") : undefined,
        onNextSuspect: page.hasSuspects === true ? toSuspect("next") : undefined,
        onHelp: () => void led.push("help"),
      }),
    {
      wrapper: ({ children }: { children: ReactNode }) =>
        createElement(TaskRoutesContext, { value: routes }, children),
    },
  );
  return { led, words: () => result.current };
}
const press = (key: string, init: KeyboardEventInit = {}) =>
  act(async () => {
    fireEvent.keyDown(document.body, { key, ...init });
    await Promise.resolve();
  });

it.each([
  [["j", "ArrowRight"], { selected: 4 }, [6, 6]],
  [["k", "ArrowLeft"], { selected: 4 }, [2, 2]],
  [["Home", "End"], { selected: 4 }, [2, 6]],
  [["j", "k"], {}, [2, 6]],
  [["j", "k"], { isLive: true }, [6, 4]],
  [["[", "]", "?"], { hasSuspects: true }, ["previous", "next", "help"]],
])("the keys %j lead from %j to %j", async (keys, page, targets) => {
  const { led } = open(page);
  for (const key of keys) await press(key);
  expect(led).toEqual(targets);
});

it("leads nowhere at the end of the run, and to no suspect where there is none", async () => {
  const { led } = open({ selected: 6 });
  for (const key of ["j", "End", "[", "]"]) await press(key);
  expect(led).toEqual([]);
});

it("copies the link to the open step, or else to the newest, once for a key that is held", async () => {
  const { words } = open({ selected: 4 });
  await press("s");
  await press("s", { repeat: true });
  await vi.waitFor(() => {
    expect(words()).toBe("Link to step 4 copied");
  });
  expect(clipboard).toEqual([`${window.location.origin}/tasks/t?step=4`]);
  cleanup();
  open();
  await press("s");
  expect(clipboard.at(-1)).toBe(`${window.location.origin}/tasks/t?step=6`);
});

it("copies no link of a page that a share link leads to", async () => {
  const { words } = open({ selected: 4 }, { ...taskRoutes("t"), own: null });
  await press("s");
  expect([clipboard, words()]).toEqual([[], ""]);
});
