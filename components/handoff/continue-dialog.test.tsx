// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { shopRun } from "@/test/factories/shop-run";
import ContinueDialog from "./continue-dialog";

const SECRET = "horse-battery-42";
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  vi.stubGlobal("navigator", {
    clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
  });
  render(
    <ContinueDialog
      content={shopRun({ prompt: `Sign in with password=${SECRET} and it's done.` })}
      number={4}
      onClose={() => undefined}
    />,
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const shown = () => screen.getByRole("tabpanel").textContent;

it.each([
  ["Text", "Do the rest of a task that another run left at step 4 of 6."],
  ["curl", 'X-Browser-Use-API-Key: $BROWSER_USE_API_KEY"'],
  ["Python", "from browser_use_sdk import BrowserUse"],
  ["TypeScript", 'import { BrowserUse } from "browser-use-sdk";'],
])("shows and copies it as %s", async (name, part) => {
  fireEvent.click(screen.getByRole("tab", { name }));
  expect(shown()).toContain(part);
  fireEvent.click(screen.getByRole("button", { name: /^Copy · / }));
  await waitFor(() => {
    expect(written).toEqual([shown()]);
  });
});

it("masks what looks like a secret, says so, and does not where somebody says so", () => {
  expect(shown()).not.toContain(SECRET);
  expect(screen.getByText(/1 secret is masked: the task may need/)).toBeDefined();
  fireEvent.click(screen.getByRole("checkbox", { name: "Mask what looks like a secret" }));
  expect(shown()).toContain(SECRET);
  expect(screen.queryByText(/is masked/)).toBeNull();
});
