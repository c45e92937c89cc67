import "server-only";
import { SCREENSHOT_WIDTHS, type ScreenshotWidth } from "@/lib/contract/routes";

/** Reads step number and width from an address; `null` when either is none that is offered. */
export function parseScreenshotQuery(
  step: string,
  width: string | null,
): { step: number; width: ScreenshotWidth | null } | null {
  if (!/^\d{1,7}$/.test(step)) return null;
  if (width === null) return { step: Number(step), width: null };
  const known = SCREENSHOT_WIDTHS.find((each) => String(each) === width);
  return known === undefined ? null : { step: Number(step), width: known };
}
