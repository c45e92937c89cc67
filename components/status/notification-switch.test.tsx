// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import NotificationSwitch from "./notification-switch";

let permission: NotificationPermission = "granted";

beforeEach(() => {
  vi.useFakeTimers();
  permission = "granted";
  window.localStorage.clear();
  vi.stubGlobal("Notification", {
    get permission() {
      return permission;
    },
  });
  render(<NotificationSwitch taskId="a" />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const words = () => screen.getByRole("status").textContent;
const button = () => screen.getByRole("button", { name: "Notify me when it ends" });
async function press() {
  fireEvent.click(button());
  await wait(0);
}
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it("says what was switched on, and falls silent after a while or when the reader goes on", async () => {
  await press();
  expect(button().getAttribute("aria-pressed")).toBe("true");
  expect(words()).toMatch(/^You will be told/);
  await wait(12_000);
  expect(words()).toBe("");
  await press();
  expect([button().getAttribute("aria-pressed"), words()]).toEqual(["false", ""]);
  await press();
  fireEvent.blur(button());
  expect(words()).toBe("");
});

it("tells each press for as long as the first, however soon it comes", async () => {
  permission = "denied";
  await press();
  expect(words()).toMatch(/does not let this site notify you/);
  await wait(11_000);
  await press();
  await wait(11_000);
  expect(words()).toMatch(/does not let this site notify you/);
  await wait(1000);
  expect(words()).toBe("");
});
