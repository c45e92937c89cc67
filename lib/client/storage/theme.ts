"use client";

import { useSyncExternalStore } from "react";
import { onStored, store } from "./browser-storage";
import { startTheme, isTheme, THEME_KEY, type Theme } from "./start-theme";

/** The colour scheme that the reader chose; the server, which cannot know, says `system`. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, readTheme, () => "system");
}

/** Applies a colour scheme at once and remembers it where the browser allows. */
export function chooseTheme(theme: Theme): void {
  // What set the first colours hears of it.
  store(THEME_KEY, theme);
}

function readTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return isTheme(theme) ? theme : "system";
}

function subscribe(listener: () => void): () => void {
  // A page that the browser alone draws, such as that of a wrong address, runs no script of the server's.
  if (document.documentElement.dataset.theme === undefined) startTheme(THEME_KEY);
  return onStored(listener);
}
