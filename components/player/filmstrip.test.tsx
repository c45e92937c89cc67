// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { Filmstrip } from "./filmstrip";

const ITEM_PX = 104;
const STRIP_PX = 1400;

/** How wide the strip is in the layout, which is not there. */
let stripPx = STRIP_PX;
const observers = new Set<() => void>();

beforeEach(() => {
  stripPx = STRIP_PX;
  vi.useFakeTimers();
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: true }));
  vi.spyOn(HTMLElement.prototype, "offsetParent", "get").mockReturnValue(document.body);
  HTMLElement.prototype.scrollTo = function (this: HTMLElement, to?: ScrollToOptions | number) {
    if (typeof to !== "object") return;
    this.scrollLeft = Math.max(0, to.left ?? 0);
    setTimeout(() => fireEvent.scroll(this));
  };
  // Where the virtualizer looks for it: in the window that the element itself knows.
  Object.assign(document.defaultView ?? {}, { ResizeObserver: SizesOfTheStrip });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

class SizesOfTheStrip {
  private readonly targets = new Set<Element>();
  private readonly report = () => {
    const entries = [...this.targets].map((target) => ({
      target,
      contentRect: { width: target.tagName === "LI" ? ITEM_PX : stripPx, height: 60 },
    }));
    this.tell(entries);
  };
  constructor(private readonly tell: (entries: readonly unknown[]) => void) {
    observers.add(this.report);
  }
  observe(target: Element) {
    this.targets.add(target);
  }
  unobserve(target: Element) {
    this.targets.delete(target);
  }
  disconnect() {
    observers.delete(this.report);
  }
}

/** Lets the layout say how large everything is, and what waits for that go on. */
async function lay() {
  for (let round = 0; round < 3; round++) {
    await act(async () => {
      for (const report of observers) report();
      await vi.advanceTimersByTimeAsync(200);
    });
  }
}

type Run = { count: number; current: number | null; isFollowing?: boolean };

function strip({ count, current, isFollowing = false }: Run) {
  return (
    <Filmstrip
      taskId="t"
      steps={Array.from({ length: count }, (_, index) => sampleStep(index + 1))}
      current={current}
      isFollowing={isFollowing}
      suspectSteps={new Set()}
      changes={new Map()}
      onSelect={() => undefined}
    />
  );
}

async function open(run: Run) {
  const { rerender } = render(strip(run));
  await lay();
  return async (next: Run) => {
    rerender(strip(next));
    await lay();
  };
}

const scroller = () => {
  const list = screen.getByRole("list", { name: "Filmstrip" }).parentElement;
  if (list === null) throw new Error("Nothing scrolls the filmstrip.");
  return list;
};
async function scrollTo(step: number) {
  scroller().scrollLeft = (step - 1) * ITEM_PX;
  fireEvent.scroll(scroller());
  await lay();
}
const item = (step: number) =>
  screen.getByRole("button", { name: new RegExp(`^Step ${String(step)}\\b`) });
const isThere = (step: number) =>
  screen.queryByRole("button", { name: new RegExp(`^Step ${String(step)}\\b`) }) !== null;
const isSeen = (step: number) =>
  isThere(step) &&
  (step - 1) * ITEM_PX >= scroller().scrollLeft &&
  step * ITEM_PX <= scroller().scrollLeft + stripPx;
async function press(key: string) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
  await lay();
}

it("of 10,000 steps those in sight are on the page, and the open one with a neighbour", async () => {
  const show = await open({ count: 10_000, current: 4999 });
  expect([4999, 5000, 5001].map(isSeen)).toEqual([true, true, true]);
  await show({ count: 10_000, current: 9999 });
  expect([9999, 10_000].map(isSeen)).toEqual([true, true]);
  await show({ count: 10_000, current: 4000 });
  expect([4000, 4001, 4002].map(isSeen)).toEqual([true, true, true]);
  expect(screen.getAllByRole("listitem").length).toBeLessThanOrEqual(60);
});

it("stands still while the open step is in sight", async () => {
  const show = await open({ count: 300, current: 100 });
  const before = scroller().scrollLeft;
  await show({ count: 300, current: 95 });
  expect(scroller().scrollLeft).toBe(before);
});

it("shows the open step again in a strip that has become narrower", async () => {
  await open({ count: 300, current: 100 });
  stripPx = 400;
  await lay();
  expect(isSeen(101)).toBe(true);
});

it("leaves a reader alone who has scrolled on, whatever comes into sight there", async () => {
  await open({ count: 300, current: 100 });
  await scrollTo(200);
  await scrollTo(210);
  expect(isSeen(215)).toBe(true);
});

it("follows a run that goes on, and not for a reader who has scrolled away", async () => {
  const show = await open({ count: 100, current: 99, isFollowing: true });
  await show({ count: 101, current: 100, isFollowing: true });
  expect(isSeen(101)).toBe(true);
  await scrollTo(5);
  await show({ count: 102, current: 101, isFollowing: true });
  expect(isSeen(102)).toBe(false);
});

it("keeps the focus on a step that is scrolled out of sight", async () => {
  await open({ count: 10_000, current: 10 });
  act(() => {
    item(12).focus();
  });
  await scrollTo(5000);
  expect(document.activeElement).toBe(item(12));
  await press("ArrowRight");
  expect(document.activeElement).toBe(item(13));
  expect(isSeen(13)).toBe(true);
});

it("moves the focus by keys as far as the ends, and from a step that was clicked", async () => {
  await open({ count: 10_000, current: 0 });
  act(() => {
    item(1).focus();
  });
  await press("ArrowRight");
  expect(document.activeElement).toBe(item(2));
  act(() => {
    item(3).focus();
  });
  await press("ArrowLeft");
  expect(document.activeElement).toBe(item(2));
  await press("End");
  expect(document.activeElement).toBe(item(10_000));
  expect(isSeen(10_000)).toBe(true);
  await press("PageUp");
  expect(document.activeElement).toBe(item(9990));
  await press("Home");
  expect(document.activeElement).toBe(item(1));
});

it("can be reached by Tab, at the open step or else at the first in sight", async () => {
  const show = await open({ count: 300, current: null });
  const stops = () =>
    screen
      .getAllByRole("button")
      .filter(({ tabIndex }) => tabIndex === 0)
      .map((button) => button.getAttribute("aria-label"));
  await scrollTo(50);
  expect(stops()).toEqual([expect.stringMatching(/^Step 50\b/)]);
  await show({ count: 300, current: 200 });
  expect(stops()).toEqual([expect.stringMatching(/^Step 201\b/)]);
});

it("takes a click while it still moves", async () => {
  await open({ count: 300, current: 0 });
  scroller().scrollLeft = 500;
  act(() => {
    fireEvent.scroll(scroller());
  });
  expect(screen.getByRole("list", { name: "Filmstrip" }).style.pointerEvents).toBe("");
});
