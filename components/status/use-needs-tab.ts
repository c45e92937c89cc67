"use client";

import { useTab } from "@/lib/client/browser/use-tab";
import { tabIcon } from "@/lib/domain/freshness/tab-icon";

/** Tells in the title and the icon of the browser tab how many runs of a page wait for somebody. */
export function useNeedsTab(page: string, count: number): void {
  const isNeeded = count > 0;
  useTab(isNeeded ? `✋ ${String(count)} · ${page}` : null, isNeeded ? tabIcon("needed") : null);
}
