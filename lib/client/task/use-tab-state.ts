"use client";

import { useLayoutEffect } from "react";
import { tabIcon } from "@/lib/domain/freshness/tab-icon";
import { taskTitle, type TabState } from "@/lib/domain/freshness/task-title";

/** Shows a task in the title and the icon of the browser tab, and takes the icon away in the end. */
export function useTabState(
  state: TabState | null,
  task: { stepCount: number; prompt: string } | null,
): void {
  const title = state === null || task === null ? null : taskTitle(state, task);
  const icon = state === null ? null : tabIcon(state);
  // In the layout phase: the page that follows sets its own title in the same commit.
  useLayoutEffect(() => {
    if (title === null || icon === null) return;
    const link = document.createElement("link");
    Object.assign(link, { rel: "icon", type: "image/svg+xml", href: icon });
    link.sizes.add("any");
    const apply = () => {
      const words = `${title} · Sightglass`;
      if (document.title !== words) document.title = words;
      // Of several icons the last one counts.
      const last = [...document.head.querySelectorAll("link[rel~='icon']")].at(-1);
      if (last !== link) document.head.append(link);
    };
    apply();
    // The server's own title and icon may be streamed in later than this.
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      link.remove();
    };
  }, [title, icon]);
}
