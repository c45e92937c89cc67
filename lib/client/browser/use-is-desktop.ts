import { useSyncExternalStore } from "react";

/** Tailwind's `lg`: from here on timeline and stage stand side by side. */
const DESKTOP = "(min-width: 64rem)";

/** True where timeline and stage stand side by side; the server assumes so. */
export function useIsDesktop(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(DESKTOP);
      query.addEventListener("change", listener);
      return () => {
        query.removeEventListener("change", listener);
      };
    },
    () => window.matchMedia(DESKTOP).matches,
    () => true,
  );
}
