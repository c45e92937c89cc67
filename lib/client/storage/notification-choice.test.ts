// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  chooseNotifications,
  forgetNotificationChoices,
  useNotificationChoice,
} from "./notification-choice";

beforeEach(() => {
  window.localStorage.clear();
});
afterEach(cleanup);

const open = (id: string) => renderHook(() => useNotificationChoice(id)).result;
const choose = (id: string, isWanted: boolean) => {
  act(() => {
    chooseNotifications(id, isWanted);
  });
};

it("a choice holds for its task alone, everywhere on the page, until it is taken back or all are forgotten", () => {
  const [one, again, other] = [open("a"), open("a"), open("b")];
  const all = () => [one.current, again.current, other.current];
  choose("a", true);
  expect(all()).toEqual([true, true, false]);
  choose("b", true);
  choose("a", false);
  expect(all()).toEqual([false, false, true]);
  act(forgetNotificationChoices);
  expect(all()).toEqual([false, false, false]);
});

it("what another tab chooses holds here, too", () => {
  const one = open("a");
  window.localStorage.setItem("sightglass:notices", "b a");
  act(() => {
    window.dispatchEvent(new StorageEvent("storage", { key: "sightglass:notices" }));
  });
  expect(one.current).toBe(true);
});

it("of very many choices the newest fifty are kept", () => {
  for (let number = 0; number < 60; number++) choose(String(number), true);
  choose("20", true);
  const kept = Array.from({ length: 60 }, (_, number) => number).filter(
    (number) => open(String(number)).current,
  );
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([50, 10, 59]);
  choose("new", true);
  expect([open("10").current, open("20").current]).toEqual([false, true]);
});

it("where nothing can be kept, nothing is promised", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("Full", "QuotaExceededError");
  });
  const one = open("a");
  choose("a", true);
  expect(one.current).toBe(false);
});
