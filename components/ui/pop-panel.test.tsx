// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { PopPanel } from "./pop-panel";

beforeEach(() => {
  render(
    <>
      <p>Elsewhere</p>
      <PopPanel label="Menu" face="…" buttonClassName="">
        {(close) => <button onClick={close}>Choose</button>}
      </PopPanel>
    </>,
  );
});
afterEach(cleanup);

const opener = () => screen.getByRole("button", { name: "Menu" });
const isOpen = () => screen.queryByRole("button", { name: "Choose" }) !== null;
const open = () => {
  fireEvent.click(opener());
  expect([isOpen(), opener().getAttribute("aria-expanded")]).toEqual([true, "true"]);
};

it("opens and closes with its button, and closes when something in it says so", () => {
  open();
  fireEvent.click(opener());
  expect([isOpen(), opener().getAttribute("aria-expanded")]).toEqual([false, "false"]);
  open();
  fireEvent.click(screen.getByText("Choose"));
  expect(isOpen()).toBe(false);
});

it("closes at Escape, with the focus back at its button, and at no other key", () => {
  open();
  screen.getByText("Choose").focus();
  fireEvent.keyDown(document, { key: "a" });
  expect(isOpen()).toBe(true);
  fireEvent.keyDown(document, { key: "Escape" });
  expect([isOpen(), document.activeElement]).toEqual([false, opener()]);
});

it("closes at a press elsewhere, not at one in it", () => {
  open();
  fireEvent.pointerDown(screen.getByText("Choose"));
  expect(isOpen()).toBe(true);
  fireEvent.pointerDown(screen.getByText("Elsewhere"));
  expect(isOpen()).toBe(false);
});
