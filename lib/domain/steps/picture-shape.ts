/**
 * How a picture lies in a frame of 16 to 10: `speck` has nothing to see in it, and `tall` and `wide` would be shrunk
 * until nothing in them can be read.
 */
export type PictureShape = "usual" | "tall" | "wide" | "speck";

/** A picture that is this small on one side shows nothing, in pixels. */
const SPECK = 4;
/** Height by width, from which on a picture is read by scrolling. */
const TALL = 2;
const WIDE = 6;

/** Tells the shape of a picture by its size in pixels. */
export function pictureShape({ width, height }: { width: number; height: number }): PictureShape {
  if (width <= SPECK || height <= SPECK) return "speck";
  if (height / width >= TALL) return "tall";
  return width / height >= WIDE ? "wide" : "usual";
}

/** What a reader is told about a picture of an odd shape; `null` for any other. */
export function shapeWords(
  shape: PictureShape,
  { width, height }: { width: number; height: number },
): string | null {
  switch (shape) {
    case "usual":
      return null;
    case "speck":
      return `This picture is ${String(width)} × ${String(height)} pixels: there is nothing to see in it.`;
    case "tall":
      return "A tall picture: scroll in it to see the rest.";
    case "wide":
      return "A wide picture: zoom in to read it.";
  }
}
