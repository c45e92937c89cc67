import { useSyncExternalStore } from "react";

/** One text that this browser keeps, for all who show it, in this tab and in others. */
export type LocalStore = {
  /** The text; `null` where there is none, or storage is switched off. */
  read: () => string | null;
  /** Keeps a text, `null` for none. Nothing happens where the browser keeps nothing. */
  write: (text: string | null) => void;
  subscribe: (listener: () => void) => () => void;
};

/** The text under `key` in the storage of this browser. */
export function createLocalStore(key: string): LocalStore {
  const listeners = new Set<() => void>();
  return {
    read: () => {
      try {
        return window.localStorage.getItem(key);
      } catch {
        // Storage can be switched off; the page works without.
        return null;
      }
    },
    write: (text) => {
      try {
        if (text === null) window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, text);
      } catch {
        return;
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      window.addEventListener("storage", listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener("storage", listener);
      };
    },
  };
}

/** What `read` makes of a store, kept up to date; `onServer` while the server renders, which cannot know. */
export function useLocalStore<T>(store: LocalStore, read: () => T, onServer: T): T {
  return useSyncExternalStore(store.subscribe, read, () => onServer);
}
