// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import type { AlignedStep } from "@/lib/domain/compare/align-runs";
import { AlignedList } from "./aligned-list";

const scrollIntoView = vi.fn();

beforeEach(() => {
  // Not there in jsdom, which has no layout.
  Element.prototype.scrollIntoView = scrollIntoView;
});
afterEach(cleanup);

/** Two runs in short: `=` for a row that is the same in both, `a` for one that only the first has. */
function list(rows: string, pendingFrom = rows.length) {
  const aligned = Array.from(rows, (kind, index): AlignedStep => {
    const step = sampleStep(index + 1);
    return kind === "=" ? { kind: "same", a: step, b: step } : { kind: "only-a", a: step, b: null };
  });
  return <AlignedList rows={aligned} taskIds={{ a: "1", b: "2" }} pendingFrom={pendingFrom} />;
}

const words = () => screen.getByRole("status").textContent;
const press = (name: string) => {
  fireEvent.click(screen.getByRole("button", { name }));
};
const canPress = (name: string) => !screen.getByRole("button", { name }).hasAttribute("disabled");
const marked = () => screen.getAllByRole("listitem").findIndex((row) => row.dataset.marked);

it("leads from place to place where the runs differ, and no further", () => {
  render(list("=aa=a==a"));
  expect(words()).toBe("8 rows, 4 of them different, in 3 places");
  expect(canPress("Previous difference")).toBe(false);
  for (const [row, said] of [
    [1, "Difference 1 of 3"],
    [4, "Difference 2 of 3"],
    [7, "Difference 3 of 3"],
  ] as const) {
    press("Next difference");
    expect([marked(), words()]).toEqual([row, said]);
    expect(scrollIntoView.mock.contexts.at(-1)).toBe(screen.getAllByRole("listitem")[row]);
  }
  expect(canPress("Next difference")).toBe(false);
  press("Previous difference");
  expect(words()).toBe("Difference 2 of 3");
});

it("stays at its row when a run goes on and the places before it turn out to be none", () => {
  const { rerender } = render(list("=a=a=a=a"));
  for (let times = 0; times < 3; times++) press("Next difference");
  expect([marked(), words()]).toEqual([5, "Difference 3 of 4"]);
  rerender(list("=====a=a"));
  expect([marked(), words()]).toEqual([5, "Difference 1 of 2"]);
  rerender(list("=a======"));
  expect([marked(), words()]).toEqual([-1, "8 rows, 1 of them different, in 1 place"]);
  expect(canPress("Next difference")).toBe(false);
  press("Previous difference");
  expect([marked(), words()]).toEqual([1, "Difference 1 of 1"]);
});

it("calls no difference what one run has yet to come to", () => {
  render(list("==aa", 2));
  expect(words()).toBe("4 rows, no difference");
  expect(screen.queryByRole("button", { name: "Next difference" })).toBeNull();
});
