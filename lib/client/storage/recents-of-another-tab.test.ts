// @vitest-environment jsdom
import { expect, it } from "vitest";
import { forgetAllTasks, rememberTask } from "./recents";

const KEY = "sightglass:recents";
const task = (id: string) => ({ id, prompt: "Buy milk", status: "running", stepCount: 1 }) as const;

it("goes on adding after this tab has emptied the list itself", () => {
  rememberTask(task("a"), 1);
  forgetAllTasks();
  rememberTask(task("b"), 2);
  expect(localStorage.getItem(KEY)).toContain('"b"');
});

it("B13 adds nothing any more once another tab has emptied the list, and takes back what it added meanwhile", () => {
  rememberTask(task("a"), 1);
  expect(localStorage.getItem(KEY)).toContain('"a"');
  // The other tab empties it; this one writes once more before it hears of that.
  localStorage.setItem(KEY, "[]");
  rememberTask(task("b"), 2);
  window.dispatchEvent(
    new StorageEvent("storage", { key: KEY, newValue: "[]", storageArea: localStorage }),
  );
  rememberTask(task("c"), 3);
  expect(localStorage.getItem(KEY)).toBe("[]");
});
