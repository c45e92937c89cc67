// @vitest-environment jsdom
import { cleanup, renderHook } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { tabIcon } from "@/lib/domain/freshness/tab-icon";
import { taskTitle, type TabState } from "@/lib/domain/freshness/task-title";
import { useTabState } from "./use-tab-state";

const TASK = { stepCount: 14, prompt: "Buy milk" };

beforeEach(() => {
  // Not there in jsdom.
  Object.assign(HTMLLinkElement.prototype, { sizes: new Set() });
  document.head.innerHTML = '<title>Sightglass</title><link rel="icon" href="/icon.svg">';
});
afterEach(cleanup);

/** A task page in the state given. */
function openTab(first: TabState | null, task: typeof TASK | null = TASK) {
  const { rerender, unmount } = renderHook(
    (props: { state: TabState | null }) => {
      useTabState(props.state, task);
    },
    { initialProps: { state: first } },
  );
  return {
    become: (state: TabState | null) => {
      rerender({ state });
    },
    unmount,
  };
}

const icons = () => [...document.head.querySelectorAll<HTMLLinkElement>("link[rel~='icon']")];
/** What the browser shows: of several icons the last. */
const shown = () => [document.title, icons().at(-1)?.getAttribute("href")];
/** Observers are told after what runs now. */
const told = () => Promise.resolve();

it("shows the state of the task, its steps and its prompt, with one icon beside the page's own", () => {
  const { become } = openTab("running");
  expect(shown()).toEqual(["▶ 14 · Buy milk · Sightglass", tabIcon("running")]);
  become("finished");
  expect(shown()).toEqual(["✓ 14 · Buy milk · Sightglass", tabIcon("finished")]);
  expect(icons()).toHaveLength(2);
});

it.each([
  ["the state", null, TASK],
  ["the task", "running" as const, null],
])("leaves the tab as it is while %s is not known", (_, state, task) => {
  openTab(state, task);
  expect(shown()).toEqual(["Sightglass", "/icon.svg"]);
});

it("holds against a title and an icon of the server that come late, however they come", async () => {
  openTab("running");
  const title = document.querySelector("title");
  const words = title?.firstChild;
  if (words instanceof Text) words.data = "Task";
  await told();
  expect(document.title).toBe("▶ 14 · Buy milk · Sightglass");
  title?.replaceWith(document.createElement("title"));
  document.head.append(Object.assign(document.createElement("link"), { rel: "shortcut icon" }));
  await told();
  expect(shown()).toEqual(["▶ 14 · Buy milk · Sightglass", tabIcon("running")]);
});

it("takes its icon away in the end, and leaves the title to the page that follows", async () => {
  const { unmount } = openTab("running");
  unmount();
  document.title = "Another page";
  await told();
  expect(shown()).toEqual(["Another page", "/icon.svg"]);
});

it("reads back every title as it was set: another would be set again for ever", () => {
  const signs = fc.constantFrom(
    "a",
    " ",
    "\n",
    "\f",
    "\v",
    "\0",
    "\u00a0",
    "\u0085",
    "\u200b",
    "é",
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: signs, maxLength: 500 }), fc.string()), (prompt) => {
      const words = `${taskTitle("running", { stepCount: 0, prompt })} · Sightglass`;
      document.title = words;
      expect(document.title).toBe(words);
    }),
  );
});
