import "server-only";
import pLimit from "p-limit";
import sharp from "sharp";
import { GRID, type GreyGrid } from "@/lib/domain/changes/grey-grid";
import { MOST_PIXELS, type OriginalImage } from "./fetch-image";

const DEADLINE_SECONDS = 10;

/** Makes the grey grid of a picture; `null` for one that cannot be drawn, or not in time. */
export type MakeGrid = (image: OriginalImage) => Promise<GreyGrid | null>;

/** See `MakeGrid`. One is made at a time, by one thread: pictures that somebody waits for go first. */
export function createMakeGrid(): MakeGrid {
  const limit = pLimit(1);
  return (image) =>
    limit(async () => {
      try {
        const options = { limitInputPixels: MOST_PIXELS, pages: 1, failOn: "none" } as const;
        const { autoOrient } = await sharp(image.bytes, options).metadata();
        const cells = await sharp(image.bytes, options)
          .timeout({ seconds: DEADLINE_SECONDS })
          .autoOrient()
          .flatten({ background: "white" })
          .greyscale()
          .resize({ width: GRID.columns, height: GRID.rows, fit: "fill" })
          .raw()
          .toBuffer();
        if (cells.length !== GRID.columns * GRID.rows) return null;
        return { cells: new Uint8Array(cells), ...autoOrient };
      } catch {
        return null;
      }
    });
}
