import "server-only";

/**
 * One value for the whole process. Next puts modules into several bundles, each with module state of its
 * own; what must exist once lives on `globalThis` under a registered symbol.
 */
export function processWide<T>(name: string, create: () => T): T {
  const key = Symbol.for(`sightglass.${name}`);
  if (!Reflect.has(globalThis, key)) Reflect.set(globalThis, key, create());
  // Only the line above writes under this symbol, and each name belongs to one caller.
  return Reflect.get(globalThis, key) as T;
}
