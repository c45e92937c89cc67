import { useSyncExternalStore } from "react";

/** Whether the page fills the screen; `unsupported` where no page may, and while the server renders. */
export type FullScreen = "unsupported" | "off" | "on";

/** Follows whether the page fills the screen. */
export function useFullScreen(): FullScreen {
  return useSyncExternalStore(subscribe, read, () => "unsupported");
}

/** Fills the screen with the page. Where the browser does not let it, nothing happens. */
export function fillScreen(): void {
  document.documentElement.requestFullscreen().catch(() => undefined);
}

/** Gives the screen back. */
export function leaveFullScreen(): void {
  if (read() === "on") document.exitFullscreen().catch(() => undefined);
}

function subscribe(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => {
    document.removeEventListener("fullscreenchange", listener);
  };
}

function read(): FullScreen {
  // Telephones of one make have no such thing, whatever the type says.
  if (!document.fullscreenEnabled) return "unsupported";
  return document.fullscreenElement === null ? "off" : "on";
}
