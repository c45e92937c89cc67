import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scrollToShow, filmstripWindow } from "./filmstrip-window";

const strip = { count: 10_000, itemWidth: 100, scroll: 0, width: 1400 };
const anyStrip = fc.record({
  count: fc.integer({ min: 0, max: 10_000 }),
  itemWidth: fc.integer({ min: 60, max: 160 }),
  scroll: fc.integer({ min: -500, max: 1_600_000 }),
  width: fc.integer({ min: 0, max: 3840 }),
});

describe("filmstripWindow", () => {
  it("draws what is seen and a margin", () => {
    expect(filmstripWindow(strip)).toEqual({ from: 0, to: 23 });
    expect(filmstripWindow({ ...strip, scroll: 50_000 })).toEqual({ from: 492, to: 523 });
  });

  it("draws all of a short run", () => {
    expect(filmstripWindow({ ...strip, count: 5 })).toEqual({ from: 0, to: 5 });
    expect(filmstripWindow({ ...strip, count: 0 })).toEqual({ from: 0, to: 0 });
  });

  it("never draws more than sixty, and never leaves a gap where the reader looks", () => {
    fc.assert(
      fc.property(anyStrip, (some) => {
        const { from, to } = filmstripWindow(some);
        expect(to - from).toBeLessThanOrEqual(60);
        const longest = some.count * some.itemWidth;
        const left = Math.max(0, Math.min(some.scroll, longest - some.width));
        if (some.width / some.itemWidth > 58 || some.count === 0) return;
        expect(from * some.itemWidth).toBeLessThanOrEqual(left);
        expect(to * some.itemWidth).toBeGreaterThanOrEqual(Math.min(longest, left + some.width));
      }),
    );
  });
});

describe("scrollToShow", () => {
  it("stays where it is while the item and its neighbours are seen", () => {
    expect(scrollToShow(strip, 1)).toBeNull();
    expect(scrollToShow(strip, 12)).toBeNull();
  });

  it("moves as little as it can", () => {
    expect(scrollToShow(strip, 20)).toBe(800);
    expect(scrollToShow({ ...strip, scroll: 5000 }, 20)).toBe(1900);
  });

  it("stops at both ends", () => {
    expect(scrollToShow({ ...strip, scroll: 300 }, 0)).toBe(0);
    expect(scrollToShow(strip, 9999)).toBe(998_600);
    expect(scrollToShow({ ...strip, count: 3 }, 2)).toBeNull();
  });
});
