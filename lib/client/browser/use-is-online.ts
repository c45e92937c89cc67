import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

/** False while the browser knows that it has no network; polls wait for it to come back. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
}
