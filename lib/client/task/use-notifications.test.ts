// @vitest-environment jsdom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sampleSnapshot } from "@/test/factories/snapshot";
import {
  chooseNotifications,
  useNotificationChoice,
} from "@/lib/client/storage/notification-choice";
import type { RunState } from "@/lib/domain/task/run-state";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import { useNotifications } from "./use-notifications";

const told: string[] = [];
/** Presses the newest notification. */
let press: () => void = () => undefined;

beforeEach(() => {
  told.length = 0;
  window.localStorage.clear();
  // The browser's notifications, which are not there.
  vi.stubGlobal(
    "Notification",
    class {
      onclick: (() => void) | null = null;
      constructor(title: string, { tag }: NotificationOptions) {
        told.push(`${title} (${tag ?? ""})`);
        press = () => this.onclick?.();
      }
      close() {
        told.push("gone");
      }
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Page = { status: TaskStatus; state: RunState; isOn: boolean };

/** A page of a task. */
function openPage(first: Page) {
  const { rerender } = renderHook(
    ({ status, state, isOn }: Page) => {
      const { task } = sampleSnapshot();
      useNotifications({ ...task, id: "t", status }, "link", state, isOn);
    },
    { initialProps: first },
  );
  return rerender;
}
const running: Page = { status: "running", state: "running", isOn: true };
const isChosen = () => renderHook(() => useNotificationChoice("link")).result.current;

it("tells once of each state that the task comes to, and of none that it was opened in", () => {
  const page = openPage({ ...running, state: "stuck" });
  page({ ...running, state: "stuck" });
  expect(told).toEqual([]);
  page(running);
  page({ ...running, state: "stuck" });
  page({ ...running, state: "stuck" });
  page({ ...running, status: "paused", state: "paused" });
  expect(told).toEqual(["Task seems stuck (sightglass:t)", "Task paused (sightglass:t)"]);
});

it("does not tell of what came while it was switched off", () => {
  const page = openPage(running);
  page({ ...running, isOn: false });
  page({ status: "paused", state: "paused", isOn: false });
  page({ status: "paused", state: "paused", isOn: true });
  expect(told).toEqual([]);
});

it("keeps the choice while the task goes on, and forgets it after telling of the end", () => {
  chooseNotifications("link", true);
  const page = openPage(running);
  page({ ...running, state: "stuck" });
  expect(isChosen()).toBe(true);
  page({ status: "finished", state: "failed", isOn: true });
  expect(told.at(-1)).toBe("Task failed (sightglass:t)");
  expect(isChosen()).toBe(false);
});

it("pressed, it leads to the page and is gone", () => {
  const focus = vi.spyOn(window, "focus").mockReturnValue(undefined);
  openPage(running)({ ...running, state: "stuck" });
  expect(focus).not.toHaveBeenCalled();
  press();
  expect(focus).toHaveBeenCalled();
  expect(told.at(-1)).toBe("gone");
});

it("a browser that refuses to make one does no harm", () => {
  vi.stubGlobal("Notification", () => {
    throw new TypeError("Illegal constructor");
  });
  const page = openPage(running);
  page({ status: "finished", state: "finished", isOn: true });
  expect(isChosen()).toBe(false);
});
