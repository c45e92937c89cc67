// @vitest-environment jsdom
import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useCopy } from "./use-copy";

const SHOWN_MS = 2000;

/** What was copied in the old way, and whether the field with it stood in the dialog. */
let selected: { text: string; isInDialog: boolean }[] = [];
let canCopy = true;

beforeEach(() => {
  vi.useFakeTimers();
  selected = [];
  canCopy = true;
  // Neither is there in jsdom.
  Object.assign(document, {
    execCommand: () => {
      const field = document.activeElement;
      if (!(field instanceof HTMLTextAreaElement)) return false;
      const text = field.value.slice(field.selectionStart, field.selectionEnd);
      selected.push({ text, isInDialog: field.closest("dialog") !== null });
      return canCopy;
    },
  });
  setClipboard(() => Promise.resolve());
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function setClipboard(writeText: ((text: string) => Promise<void>) | null) {
  const value = writeText === null ? undefined : { writeText };
  Object.defineProperty(navigator, "clipboard", { value, configurable: true });
}

/** A page with a text, and a dialog with a button. */
function openPage() {
  let copying: ReturnType<typeof useCopy> | null = null;
  function Page() {
    copying = useCopy();
    return (
      <>
        <p>Buy milk</p>
        <dialog open>
          <button>Inside</button>
        </dialog>
      </>
    );
  }
  const { getByText } = render(<Page />);
  return {
    text: getByText("Buy milk"),
    inside: getByText("Inside"),
    state: () => copying?.state,
    copy: (text: string) => act(async () => copying?.copy(text)),
  };
}
const wait = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};

it("tells for two seconds that a text was copied, and anew when it is copied again", async () => {
  const copied: string[] = [];
  setClipboard((text) => Promise.resolve(void copied.push(text)));
  const { copy, state } = openPage();
  await copy("one");
  wait(SHOWN_MS - 100);
  await copy("two");
  wait(SHOWN_MS - 100);
  expect([copied, selected, state()]).toEqual([["one", "two"], [], "copied"]);
  wait(100);
  expect([state(), vi.getTimerCount()]).toEqual(["idle", 0]);
});

it.each([
  ["that there is none", null],
  ["a refusal", () => Promise.reject(new DOMException("No", "NotAllowedError"))],
])(
  "copies by a selection where the clipboard means %s, and says so when that fails, too",
  async (_, write) => {
    setClipboard(write);
    const { copy, state } = openPage();
    await copy("one");
    expect([selected, state()]).toEqual([[{ text: "one", isInDialog: false }], "copied"]);
    canCopy = false;
    await copy("two");
    expect(state()).toBe("failed");
    wait(SHOWN_MS);
    expect(state()).toBe("idle");
  },
);

it("copying by a selection leaves what was marked, and the page, as they were", async () => {
  setClipboard(null);
  const { copy, text } = openPage();
  document.getSelection()?.selectAllChildren(text);
  await copy("one");
  expect(document.getSelection()?.toString()).toBe("Buy milk");
  expect(document.querySelector("textarea")).toBe(null);
});

it("copying by a selection stays in the dialog that has the focus, and gives the focus back", async () => {
  setClipboard(null);
  const { copy, inside } = openPage();
  inside.focus();
  await copy("one");
  expect([selected, document.activeElement]).toEqual([[{ text: "one", isInDialog: true }], inside]);
});
