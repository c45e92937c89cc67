"use client";

import { useLayoutEffect } from "react";

/** Shows a title and an icon in the browser tab while both are given, and takes the icon away in the end. */
export function useTab(title: string | null, icon: string | null): void {
  // In the layout phase: the page that follows sets its own title in the same commit.
  useLayoutEffect(() => {
    if (title === null || icon === null) return;
    const before = document.title;
    const link = document.createElement("link");
    Object.assign(link, { rel: "icon", type: "image/svg+xml", href: icon });
    link.sizes.add("any");
    const words = `${title} · Sightglass`;
    const apply = () => {
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
      if (document.title === words) document.title = before;
    };
  }, [title, icon]);
}
