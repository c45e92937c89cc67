// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ShareLanding } from "./share-landing";

/** What is asked of the server, in order, each to be answered. */
let asked: { token: string; refuse: (code: string) => Promise<void> }[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    "fetch",
    (_path: string, { body, signal }: { body: string; signal: AbortSignal }) =>
      new Promise<Response>((resolve, reject) => {
        signal.addEventListener("abort", () => {
          reject(new DOMException("Aborted", "AbortError"));
        });
        asked.push({
          token: body,
          refuse: (code) =>
            act(async () => {
              resolve(Response.json({ code }, { status: 404 }));
              await Promise.resolve();
            }),
        });
      }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(hash: string) {
  window.history.replaceState(null, "", `/share${hash}`);
  render(<ShareLanding />);
}
const pasteOver = (hash: string) => {
  act(() => {
    const newURL = new URL(`/share${hash}`, window.location.href).href;
    window.dispatchEvent(new HashChangeEvent("hashchange", { newURL }));
  });
};
const title = () => screen.getByRole("heading").textContent;

it("takes the token out of the address before it asks, and says what an invalid link is", async () => {
  open("#token-1");
  expect([window.location.hash, asked.map(({ token }) => token)]).toEqual([
    "",
    ['{"token":"token-1"}'],
  ]);
  expect(title()).toBe("Opening the shared task");
  await asked[0]?.refuse("share-not-found");
  expect(await screen.findByText("This link does not work")).toBeDefined();
});

it("a link without a token does not work, and asks for nothing", () => {
  open("");
  expect([title(), asked]).toEqual(["This link does not work", []]);
});

it("asks again for the same link where the server could not say", async () => {
  open("#token-1");
  await asked[0]?.refuse("internal");
  fireEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(title()).toBe("Opening the shared task");
  expect(asked.map(({ token }) => token)).toEqual(['{"token":"token-1"}', '{"token":"token-1"}']);
});

it("goes by the newest link that was pasted, whatever becomes of the one before", async () => {
  open("#token-1");
  pasteOver("#token-2");
  await asked[0]?.refuse("share-not-found");
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(title()).toBe("Opening the shared task");
  await asked[1]?.refuse("share-not-found");
  expect(await screen.findByText("This link does not work")).toBeDefined();
});
