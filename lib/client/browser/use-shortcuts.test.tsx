// @vitest-environment jsdom
import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useShortcuts } from "./use-shortcuts";

afterEach(cleanup);

const PARTS = {
  page: <p tabIndex={-1}>Here</p>,
  field: <input aria-label="Here" />,
  "editable text": (
    <div contentEditable suppressContentEditableWarning>
      <b>Here</b>
    </div>
  ),
  "text that is not editable": (
    <div contentEditable={false}>
      <b>Here</b>
    </div>
  ),
  menu: (
    <div role="menu">
      <b>Here</b>
    </div>
  ),
  button: (
    <button>
      <b>Here</b>
    </button>
  ),
  summary: (
    <details>
      <summary>Here</summary>
    </details>
  ),
  tab: <div role="tab">Here</div>,
  link: <a href="/">Here</a>,
  video: <video aria-label="Here" tabIndex={0} />,
};

/** A page with shortcuts for n, space and Enter, and one of the parts. */
function openPage(part: keyof typeof PARTS, name = "next") {
  const done: string[] = [];
  function Page({ called }: { called: string }) {
    const note = ({ key, repeat }: KeyboardEvent) => {
      done.push(`${called} ${key}${repeat ? " again" : ""}`);
    };
    useShortcuts({ n: note, " ": note, Enter: note });
    return PARTS[part];
  }
  const page = render(<Page called={name} />);
  const element = page.queryByText("Here") ?? page.getByLabelText("Here");
  return {
    done,
    element,
    unmount: page.unmount,
    rename: (called: string) => {
      page.rerender(<Page called={called} />);
    },
    /** Presses a key on the part; true when it is left to the browser. */
    press: (key: string, keys: KeyboardEventInit = {}) =>
      fireEvent.keyDown(element, { key, ...keys }),
  };
}

it("takes a key for itself, does what is bound to it now, and tells when it is held", () => {
  const { press, done, rename, unmount } = openPage("page");
  expect(press("n")).toBe(false);
  rename("other");
  press("n", { repeat: true });
  expect(done).toEqual(["next n", "other n again"]);
  unmount();
  expect(press("n")).toBe(true);
  expect(done).toHaveLength(2);
});

it.each([
  ["n", "field", false],
  ["n", "editable text", false],
  ["n", "text that is not editable", true],
  ["n", "menu", false],
  ["n", "video", false],
  [" ", "video", false],
  ["n", "button", true],
  ["n", "link", true],
  [" ", "button", false],
  [" ", "summary", false],
  [" ", "tab", false],
  [" ", "link", true],
  ["Enter", "button", false],
  ["Enter", "link", false],
  ["Enter", "page", true],
  ["x", "page", false],
] as const)("the key %j on the part %j: a shortcut is %j", (key, part, isShortcut) => {
  const { press, done } = openPage(part);
  expect(press(key)).toBe(!isShortcut);
  expect(done).toHaveLength(isShortcut ? 1 : 0);
});

it.each([
  ["with Ctrl, which is the browser's", { ctrlKey: true }],
  ["with Cmd, which is the browser's", { metaKey: true }],
  ["in the middle of a sign that is put together", { isComposing: true }],
])("leaves alone a key %s", (_, keys) => {
  const { press, done } = openPage("page");
  expect(press("n", keys)).toBe(true);
  expect(done).toEqual([]);
});

it("leaves alone a key that another part has taken", () => {
  const { press, done, element } = openPage("page");
  element.addEventListener("keydown", (event) => {
    event.preventDefault();
  });
  press("n");
  expect(done).toEqual([]);
});

it("does nothing while a dialog covers the page, wherever the focus is", () => {
  const { press, done } = openPage("page");
  // jsdom knows no modal dialogs.
  vi.spyOn(document, "querySelector").mockImplementation((selector) =>
    selector === ":modal" ? document.body : null,
  );
  expect(press("n")).toBe(true);
  expect(done).toEqual([]);
});
