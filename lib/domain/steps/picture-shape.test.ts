import { expect, it } from "vitest";
import { pictureShape, shapeWords } from "./picture-shape";

it.each([
  [1280, 800, "usual"],
  [390, 700, "usual"],
  [1920, 1080, "usual"],
  [1280, 9000, "tall"],
  [390, 844, "tall"],
  [9000, 900, "wide"],
  [1, 1, "speck"],
  [1, 9000, "speck"],
  [1280, 2, "speck"],
] as const)(
  "calls a picture of %i × %i %s, and says what to do about it",
  (width, height, shape) => {
    expect(pictureShape({ width, height })).toBe(shape);
    const words = shapeWords(shape, { width, height });
    if (shape === "usual") expect(words).toBeNull();
    else expect(words).toMatch(/\.$/);
  },
);
