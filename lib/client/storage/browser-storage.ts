/** What this browser keeps under a key; `null` for nothing, and where storage is switched off. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps a text under a key, or nothing any more for `null`, and tells this page as the browser tells other tabs. One
 * whose storage is full or switched off keeps nothing, and the page goes on.
 */
export function store(key: string, newValue: string | null): void {
  try {
    if (newValue === null) localStorage.removeItem(key);
    else localStorage.setItem(key, newValue);
  } catch {
    // Nothing is promised.
  }
  dispatchEvent(new StorageEvent("storage", { key, newValue }));
}

/** Calls a listener when anything that is kept may have changed, here or in another tab; the result stops that. */
export function onStored(listener: () => void): () => void {
  addEventListener("storage", listener);
  return () => {
    removeEventListener("storage", listener);
  };
}
