type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const bound = new Set<Bindings>();

/** Notes the keys that a part of the page has now; gives the way to take them back. */
export function noteBoundKeys(bindings: Bindings): () => void {
  bound.add(bindings);
  return () => {
    bound.delete(bindings);
  };
}

/** What a key does on this page now, as if it was pressed; `null` when it does nothing. */
export function boundKey(key: string): (() => void) | null {
  for (const bindings of bound) {
    const run = bindings[key];
    if (run !== undefined)
      return () => {
        run(new KeyboardEvent("keydown", { key }));
      };
  }
  return null;
}
