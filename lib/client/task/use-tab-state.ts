"use client";

import { useTab } from "@/lib/client/browser/use-tab";
import { tabIcon } from "@/lib/domain/freshness/tab-icon";
import { taskTitle, type TabState } from "@/lib/domain/freshness/task-title";

/** Shows a task in the title and the icon of the browser tab. */
export function useTabState(
  state: TabState | null,
  task: { stepCount: number; prompt: string } | null,
): void {
  useTab(
    state === null || task === null ? null : taskTitle(state, task),
    state === null ? null : tabIcon(state),
  );
}
