import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSharedReadings } from "./shared-readings";
import { within } from "./within";

const KEPT_MS = 15_000;

const { performance } = globalThis;

beforeEach(() => {
  vi.useFakeTimers();
  // The cache took its clock when it was loaded.
  vi.spyOn(performance, "now").mockImplementation(() => Date.now());
});
afterEach(() => {
  vi.useRealTimers();
});

it("asks once for all who ask within the time, while it reads and after, and then anew", async () => {
  const read = vi.fn(() => new Promise<readonly string[]>((give) => setTimeout(give, 5000, ["a"])));
  const reading = createSharedReadings<readonly string[]>(10, KEPT_MS);
  const [first, second] = [reading("one", read), reading("one", read)];
  void reading("other", read);
  expect(read).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await first).toBe(await second);
  // That the list is there does not lengthen its time.
  await vi.advanceTimersByTimeAsync(KEPT_MS - 5000 - 1);
  void reading("one", read);
  expect(read).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(2);
  void reading("one", read);
  expect(read).toHaveBeenCalledTimes(3);
});

it("shares a call that failed, too", async () => {
  const read = vi.fn(() => Promise.reject(new Error("away")));
  const reading = createSharedReadings(10, KEPT_MS);
  await expect(reading("one", read)).rejects.toThrow("away");
  await expect(reading("one", read)).rejects.toThrow("away");
  expect(read).toHaveBeenCalledTimes(1);
});

it("gives what comes in time, and something else for what does not", async () => {
  const soon = within(100, Promise.resolve("here"), "late");
  const late = within(100, new Promise<string>(() => undefined), "late");
  const failed = expect(within(100, Promise.reject(new Error("away")), "late")).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(100);
  expect([await soon, await late]).toEqual(["here", "late"]);
  await failed;
  expect(vi.getTimerCount()).toBe(0);
});
