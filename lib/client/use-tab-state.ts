"use client";

import { useEffect } from "react";
import { tabIcon } from "@/lib/domain/tab-icon";
import { taskTitle, type TabState } from "@/lib/domain/task-title";

/** Shows a task in the title and the icon of the browser tab, and takes the icon back in the end. */
export function useTabState(
  state: TabState | null,
  task: { stepCount: number; prompt: string } | null,
): void {
  const title = state === null || task === null ? null : taskTitle(state, task);
  useEffect(() => {
    if (title !== null) document.title = `${title} · Sightglass`;
  }, [title]);

  const icon = state === null ? null : tabIcon(state);
  useEffect(() => {
    if (icon === null) return;
    const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel~='icon']")];
    const before = links.map((link) => ({ link, href: link.href }));
    for (const link of links) link.href = icon;
    return () => {
      for (const { link, href } of before) link.href = href;
    };
  }, [icon]);
}
