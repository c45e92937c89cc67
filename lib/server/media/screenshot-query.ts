import "server-only";
import { SCREENSHOT_WIDTHS, type ScreenshotWidth } from "@/lib/contract/routes";

/** Which picture an address asks for: the step's own, or the one with this key, whatever step has it now. */
export type ScreenshotQuery = {
  step: number;
  width: ScreenshotWidth | null;
  imageKey: string | null;
};

/** Reads step number, `w` and `v` from an address; `null` when one is none that is offered. */
export function parseScreenshotQuery(step: string, query: URLSearchParams): ScreenshotQuery | null {
  if (!/^\d{1,7}$/.test(step)) return null;
  const imageKey = query.get("v");
  if (imageKey !== null && !/^[\w-]{1,64}$/.test(imageKey)) return null;
  const width = query.get("w");
  const known = SCREENSHOT_WIDTHS.find((each) => String(each) === width);
  if (width !== null && known === undefined) return null;
  return { step: Number(step), width: known ?? null, imageKey };
}
