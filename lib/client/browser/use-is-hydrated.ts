import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** False while the server renders and on the first paint, true from then on. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
