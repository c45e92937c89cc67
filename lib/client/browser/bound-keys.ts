type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const bound = new Set<() => Bindings>();

/** Notes the keys that a part of the page has now; gives the way to take them back. */
export function noteBoundKeys(read: () => Bindings): () => void {
  bound.add(read);
  return () => {
    bound.delete(read);
  };
}

/** What a key does on this page now, as if it was pressed; `null` when it does nothing. */
export function boundKey(key: string): (() => void) | null {
  for (const read of bound) {
    const run = read()[key];
    if (run !== undefined)
      return () => {
        run(new KeyboardEvent("keydown", { key }));
      };
  }
  return null;
}
