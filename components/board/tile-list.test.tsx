// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { boardTask } from "@/test/factories/board";
import type { BoardViewName } from "./board-choice";
import { TileList, type NeedingTile } from "./tile-list";

const NOW = Date.parse("2026-03-01T12:00:00.000Z");

const glides: { id: string; transform: unknown }[] = [];
let isStill = false;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  glides.length = 0;
  isStill = false;
  vi.stubGlobal("matchMedia", () => ({ matches: isStill, addEventListener: () => undefined }));
  // jsdom lays nothing out: a tile lies by its place in the list.
  vi.spyOn(HTMLElement.prototype, "offsetTop", "get").mockImplementation(function top(
    this: HTMLElement,
  ) {
    return [...(this.parentElement?.children ?? [])].indexOf(this) * 100;
  });
  HTMLElement.prototype.animate = function animate(this: HTMLElement, frames: unknown) {
    const transform = typeof frames === "object" && frames !== null && "transform" in frames;
    glides.push({ id: this.dataset.id ?? "", transform: transform ? frames.transform : null });
    return new EventTarget() as Animation;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const tile = (id: string, need: NeedingTile["need"] = null): NeedingTile => ({
  tile: {
    id,
    entry: {
      id,
      ok: true,
      revision: "a",
      fetchedAt: new Date(NOW).toISOString(),
      stale: null,
      task: boardTask({ id, prompt: id }),
    },
    pace: null,
  },
  need,
  isSeen: false,
});
const paused: NeedingTile["need"] = {
  reason: "paused",
  severity: "now",
  since: null,
  step: null,
  isGuess: false,
  key: "paused-1",
};
const names = () => screen.getAllByRole("article").map((one) => one.getAttribute("aria-label"));

function open(tiles: readonly NeedingTile[], view: BoardViewName = "normal") {
  const list = (next: readonly NeedingTile[]) => (
    <>
      <button type="button">elsewhere</button>
      <TileList
        tiles={next}
        view={view}
        sort="need"
        renderedAt={NOW}
        costWarnUsd={null}
        onRemove={() => undefined}
      />
    </>
  );
  const { rerender } = render(list(tiles));
  return (next: readonly NeedingTile[]) => {
    rerender(list(next));
  };
}

it("brings up a task as soon as it needs somebody, and lets it glide there", () => {
  const show = open([tile("a"), tile("b")]);
  expect(names()).toEqual(["a", "b"]);
  show([tile("a"), tile("b", paused)]);
  expect(names()).toEqual(["b", "a"]);
  expect(screen.getByText(/^Paused/, { selector: "strong" })).toBeDefined();
  expect(glides).toEqual([
    { id: "b", transform: ["translate(0px, 100px)", "none"] },
    { id: "a", transform: ["translate(0px, -100px)", "none"] },
  ]);
});

it("moves nothing for a reader who asked for less motion, but to its new place", () => {
  isStill = true;
  const show = open([tile("a"), tile("b")]);
  show([tile("a"), tile("b", paused)]);
  expect([names(), glides]).toEqual([["b", "a"], []]);
});

it("keeps its order under a pointer until it goes, or has lain still for half a minute", () => {
  const show = open([tile("a"), tile("b")]);
  fireEvent.pointerMove(screen.getByRole("list", { name: "Tasks" }));
  show([tile("a"), tile("b", paused)]);
  expect(names()).toEqual(["a", "b"]);
  fireEvent.pointerMove(screen.getByRole("button", { name: "elsewhere" }));
  expect(names()).toEqual(["b", "a"]);
  fireEvent.pointerMove(screen.getByRole("list", { name: "Tasks" }));
  show([tile("a", paused), tile("b")]);
  expect(names()).toEqual(["b", "a"]);
  act(() => {
    vi.advanceTimersByTime(30_000);
  });
  expect(names()).toEqual(["a", "b"]);
});

it.each(["normal", "dense", "wall"] as const)(
  "keeps its order under the focus in a %s view",
  (view) => {
    const show = open([tile("a"), tile("b")], view);
    act(() => {
      screen.getByRole("link", { name: "b" }).focus();
    });
    show([tile("a"), tile("b", paused)]);
    expect(names()).toEqual(["a", "b"]);
    act(() => {
      screen.getByRole("button", { name: "elsewhere" }).focus();
    });
    expect(names()).toEqual(["b", "a"]);
  },
);
