import { useSyncExternalStore } from "react";

let seenAgainAt = 0;

function subscribe(listener: () => void): () => void {
  const note = () => {
    if (!document.hidden) seenAgainAt = Date.now();
    listener();
  };
  document.addEventListener("visibilitychange", note);
  return () => {
    document.removeEventListener("visibilitychange", note);
  };
}

/** True while nobody can see the page. */
export function useIsHidden(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => document.hidden,
    () => false,
  );
}

/** When the page was last seen again after it was hidden, epoch milliseconds by the browser's clock; 0 for never. */
export function useSeenAgainAt(): number {
  return useSyncExternalStore(
    subscribe,
    () => seenAgainAt,
    () => 0,
  );
}
