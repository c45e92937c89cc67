import { vi } from "vitest";

/** Stands in for the layout that jsdom has not: whoever observes a size is among `listeners`, to be told of a change. */
export function stubResizeObserver(listeners: Set<() => void>): void {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(private readonly tell: () => void) {}
      observe() {
        listeners.add(this.tell);
      }
      disconnect() {
        listeners.delete(this.tell);
      }
    },
  );
}
