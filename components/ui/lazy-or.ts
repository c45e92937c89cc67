import { lazy, type ComponentType, type ReactNode } from "react";

/** A component in a script of its own, and what stands in its place when that script cannot be had. */
export function lazyOr<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  instead: () => ReactNode,
) {
  return lazy<ComponentType<Props>>(() => load().catch(() => ({ default: instead })));
}

/** In the place of a script that the page can do without. */
export function Nothing(): null {
  return null;
}
