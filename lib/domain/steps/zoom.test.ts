import { describe, expect, it } from "vitest";
import { actualScale, FIT, panBy, zoomBy } from "./zoom";

const FRAME = { width: 800, height: 500 };

describe("zoomBy", () => {
  it("keeps the point under the pointer where it is", () => {
    const zoomed = zoomBy(FIT, 2, FRAME, { x: 100, y: -50 });
    expect(zoomed).toEqual({ scale: 2, x: -100, y: 50 });
    expect(zoomBy(zoomed, 1.5, FRAME, { x: 100, y: -50 })).toEqual({ scale: 3, x: -200, y: 100 });
  });

  it("goes back to the whole picture in the middle of its frame", () => {
    const zoomed = zoomBy(FIT, 4, FRAME, { x: 300, y: 200 });
    expect(zoomBy(zoomed, 0.1, FRAME)).toEqual(FIT);
    expect(zoomBy(FIT, 0.5, FRAME)).toEqual(FIT);
  });

  it("ends at eight times the size", () => {
    expect(zoomBy(FIT, 100, FRAME).scale).toBe(8);
  });

  it("shows nothing beyond the edge of the picture", () => {
    const atEdge = zoomBy(FIT, 2, FRAME, { x: 400, y: 250 });
    expect(atEdge).toEqual({ scale: 2, x: -400, y: -250 });
    expect(zoomBy(atEdge, 0.75, FRAME)).toEqual({ scale: 1.5, x: -200, y: -125 });
  });
});

describe("panBy", () => {
  it("moves a zoomed picture to its edges and no further", () => {
    const zoomed = { scale: 2, x: 0, y: 0 };
    expect(panBy(zoomed, 40, -30, FRAME)).toEqual({ scale: 2, x: 40, y: -30 });
    expect(panBy(zoomed, 9999, -9999, FRAME)).toEqual({ scale: 2, x: 400, y: -250 });
  });

  it("does not move a picture that fits", () => {
    expect(panBy(FIT, 50, 50, FRAME)).toEqual(FIT);
  });
});

describe("actualScale", () => {
  it("shows the pixels of a large picture one to one", () => {
    expect(actualScale({ width: 1600, height: 1000 }, FRAME)).toBe(2);
    expect(actualScale({ width: 1600, height: 2000 }, FRAME)).toBe(4);
  });

  it("doubles a picture that is no larger than its frame", () => {
    expect(actualScale({ width: 800, height: 500 }, FRAME)).toBe(2);
    expect(actualScale({ width: 0, height: 0 }, FRAME)).toBe(2);
    expect(actualScale({ width: 400, height: 300 }, { width: 0, height: 0 })).toBe(2);
  });
});
