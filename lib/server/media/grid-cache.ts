import "server-only";
import type { GreyGrid } from "@/lib/domain/changes/grey-grid";
import { boundedCache, sizeIn, type OnCache } from "@/lib/server/config/memory-budget";
import type { OriginalImage } from "./fetch-image";
import type { MakeGrid } from "./make-grid";

const MOST_GRIDS = 400;
/** What an entry weighs beside its cells. */
const AROUND_BYTES = 300;

/** The grid of the picture with a key; `read` brings the picture where the grid is not there, `null` where it cannot be had. */
type ReadGrid = (
  key: string,
  read: () => Promise<OriginalImage | null>,
) => Promise<GreyGrid | null>;

/** See `ReadGrid`. Who asks at the same time shares one making. */
export function createGridCache(makeGrid: MakeGrid, onCache?: OnCache): ReadGrid {
  const grids = boundedCache<GreyGrid>("greyGrids", { max: MOST_GRIDS }, onCache);
  const flights = new Map<string, Promise<GreyGrid | null>>();
  const make = async (key: string, read: () => Promise<OriginalImage | null>) => {
    const image = await read();
    const grid = image === null ? null : await makeGrid(image);
    if (grid !== null)
      grids.set(key, grid, sizeIn("greyGrids", grid.cells.byteLength + AROUND_BYTES));
    return grid;
  };
  return async (key, read) => {
    const held = grids.get(key);
    if (held !== undefined) return held;
    const flight =
      flights.get(key) ??
      make(key, read).finally(() => {
        flights.delete(key);
      });
    flights.set(key, flight);
    return flight;
  };
}
