// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reloadOldPage } from "./reload-old-page";

const reload = vi.fn();
const head = vi.fn<typeof fetch>();
const listeners: [string, EventListenerOrEventListenerObject][] = [];

beforeEach(() => {
  vi.stubGlobal("fetch", head);
  const add = window.addEventListener.bind(window);
  vi.spyOn(window, "addEventListener").mockImplementation((type, listener, options) => {
    listeners.push([type, listener]);
    add(type, listener, options);
  });
  head.mockResolvedValue(new Response(null, { status: 404 }));
  reloadOldPage("test.reloaded", reload);
});
afterEach(() => {
  for (const [type, listener] of listeners.splice(0)) {
    window.removeEventListener(type, listener, true);
  }
  sessionStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  reload.mockClear();
  head.mockReset();
});

async function fail(kind: "script" | "link" | "img", file: string): Promise<void> {
  const element = document.createElement(kind);
  if (element instanceof HTMLLinkElement) element.href = file;
  else element.src = file;
  document.head.append(element);
  element.dispatchEvent(new Event("error"));
  element.remove();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

it.each(["script", "link"] as const)(
  "loads the page anew when a %s of its build is gone, once for all that are",
  async (kind) => {
    await Promise.all([
      fail(kind, "/_next/static/chunks/a"),
      fail("script", "/_next/static/chunks/b.js"),
    ]);
    await fail("link", "/_next/static/chunks/c.css");
    expect(reload).toHaveBeenCalledTimes(1);
  },
);

it("does so again for another deployment, a minute later", async () => {
  await fail("script", "/_next/static/chunks/a.js");
  sessionStorage.setItem("test.reloaded", String(Date.now() - 61_000));
  await fail("script", "/_next/static/chunks/a.js");
  expect(reload).toHaveBeenCalledTimes(2);
});

it("leaves the page alone while the server cannot be reached, or has the file after all", async () => {
  head.mockRejectedValueOnce(new TypeError("offline"));
  await fail("script", "/_next/static/chunks/a.js");
  head.mockResolvedValueOnce(new Response(null, { status: 200 }));
  await fail("script", "/_next/static/chunks/a.js");
  head.mockResolvedValueOnce(new Response(null, { status: 503 }));
  await fail("script", "/_next/static/chunks/a.js");
  expect(reload).not.toHaveBeenCalled();
});

it("cares for nothing but parts of the page", async () => {
  await fail("img", "/_next/static/media/a.png");
  await fail("script", "/elsewhere.js");
  window.dispatchEvent(new ErrorEvent("error", { message: "a fault of a script" }));
  expect(head).not.toHaveBeenCalled();
});

it("does not go round in a circle where nothing can be remembered", async () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full");
  });
  await fail("script", "/_next/static/chunks/a.js");
  expect(reload).not.toHaveBeenCalled();
});
