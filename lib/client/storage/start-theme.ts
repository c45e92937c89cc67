import { storageKey } from "./storage-key";

/**
 * Sets the colour scheme kept under `key`, and again whenever this page, another tab or the system changes it. It also
 * runs as a script before the first paint, as the text it is: nothing from outside may be used in it.
 */
export function startTheme(key: string): void {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const theme = root.dataset.theme;
    const isDark = theme === "dark" || (theme !== "light" && system.matches);
    if (root.classList.contains("dark") === isDark) return;
    // No colour fades into another while all of them change.
    root.classList.add("still");
    root.classList.toggle("dark", isDark);
    getComputedStyle(root).getPropertyValue("color");
    setTimeout(() => {
      root.classList.remove("still");
    }, 1);
  };
  const choose = (theme: string | null) => {
    root.dataset.theme = theme ?? "system";
    apply();
  };
  let kept = null;
  try {
    kept = localStorage.getItem(key);
  } catch {
    // Storage can be switched off: the system's scheme, then.
  }
  choose(kept);
  system.addEventListener("change", apply);
  addEventListener("storage", (event) => {
    if (event.key === key) choose(event.newValue);
  });
}

/** Where the chosen colour scheme is kept. */
export const THEME_KEY = storageKey("theme");

const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** True when a value names a colour scheme. */
export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}
