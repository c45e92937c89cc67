/** Where the chosen colour scheme is kept. */
export const THEME_KEY = "theme";

const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** True when a value names a colour scheme. */
export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}
