// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { chooseNotifications } from "@/lib/client/storage/notification-choice";
import { useNotificationSwitch } from "./use-notification-switch";

let asked = 0;

beforeEach(() => {
  asked = 0;
  window.localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A browser with the reader's leave as it is, and what the reader says when asked. */
function browserWith(permission: NotificationPermission, answer = permission) {
  const notification = {
    permission,
    requestPermission: () => {
      asked += 1;
      notification.permission = answer;
      return Promise.resolve(answer);
    },
  };
  vi.stubGlobal("Notification", notification);
  return notification;
}

function openSwitch(id = "t") {
  const { result } = renderHook(() => useNotificationSwitch(id));
  return {
    state: () => result.current.state,
    press: () => act(() => result.current.toggle()),
  };
}

it("asks for leave only when it is first turned on, and turns on and off for this task alone", async () => {
  browserWith("default", "granted");
  const [one, other] = [openSwitch(), openSwitch("other")];
  expect([one.state(), asked]).toEqual(["off", 0]);
  await one.press();
  expect([one.state(), other.state(), asked]).toEqual(["on", "off", 1]);
  await one.press();
  await one.press();
  expect([one.state(), asked]).toEqual(["on", 1]);
  await one.press();
  expect(one.state()).toBe("off");
});

it("says that it was refused, and keeps no choice", async () => {
  const notification = browserWith("default", "denied");
  const one = openSwitch();
  await one.press();
  expect(one.state()).toBe("denied");
  notification.permission = "granted";
  expect(openSwitch().state()).toBe("off");
  await one.press();
  expect([one.state(), asked]).toEqual(["on", 1]);
});

it("a question that the reader closes leaves it off, to be asked again", async () => {
  browserWith("denied");
  const one = openSwitch();
  await one.press();
  browserWith("default");
  await one.press();
  expect(one.state()).toBe("off");
  await one.press();
  expect(asked).toBe(2);
});

it("says that it cannot where the browser has no notifications, or cannot make them from a page", async () => {
  const without = openSwitch();
  await without.press();
  expect(without.state()).toBe("unsupported");
  browserWith("granted");
  vi.spyOn(navigator, "userAgent", "get").mockReturnValue("Mozilla/5.0 (Linux; Android 15)");
  const onAndroid = openSwitch();
  await onAndroid.press();
  expect(onAndroid.state()).toBe("unsupported");
});

it("is off, whatever was chosen, when leave was taken back in the browser", () => {
  chooseNotifications("t", true);
  browserWith("denied");
  expect(openSwitch().state()).toBe("off");
  browserWith("granted");
  expect(openSwitch().state()).toBe("on");
});
