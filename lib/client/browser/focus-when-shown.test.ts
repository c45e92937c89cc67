// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { focusWhenShown } from "./focus-when-shown";

beforeEach(() => {
  vi.useFakeTimers();
  // Not there in jsdom.
  Object.assign(Element.prototype, { scrollIntoView: () => undefined });
  document.body.innerHTML = "<main></main>";
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

const show = () => {
  const button = document.createElement("button");
  button.id = "a";
  document.querySelector("main")?.append(button);
};
const focused = () => document.activeElement?.id;
/** Observers are told after what runs now. */
const told = () => Promise.resolve();

it("focuses what is there at once", () => {
  show();
  focusWhenShown("a");
  expect(focused()).toBe("a");
});

it("focuses what comes soon, once", async () => {
  focusWhenShown("a");
  expect(focused()).toBe("");
  show();
  await told();
  expect(focused()).toBe("a");
});

it.each([
  ["it comes too late", () => vi.advanceTimersByTime(3000)],
  ["the reader presses a key", () => document.dispatchEvent(new Event("keydown"))],
  ["the reader presses elsewhere", () => document.dispatchEvent(new Event("pointerdown"))],
])("leaves the focus where it is when %s", async (_, happens) => {
  focusWhenShown("a");
  happens();
  show();
  await told();
  expect(focused()).toBe("");
});
