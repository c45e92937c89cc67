import "server-only";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { TaskReading, TaskStore } from "./task-store";
import type { TaskWatch } from "./task-watch";

type Wait = {
  store: Pick<TaskStore, "look">;
  watch: Pick<TaskWatch, "watch" | "hasLetGo">;
  /** At most this long, in milliseconds. */
  ms: number;
  /** The viewer went away. */
  signal: AbortSignal;
};

/**
 * Waits until a task says something else than the snapshot that a viewer has: other content, a label, or no
 * answer at all. Gives what is known then, at the limit, or when the process stops.
 */
export function waitForChange(
  taskId: string,
  known: TaskSnapshot,
  { store, watch, ms, signal }: Wait,
): Promise<TaskReading> {
  return new Promise((resolve) => {
    const end = () => {
      unwatch();
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve(store.look(taskId));
    };
    const isOver = () => watch.hasLetGo || saysMore(store.look(taskId), known);
    const unwatch = watch.watch(taskId, () => {
      if (isOver()) end();
    });
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
    if (signal.aborted || isOver()) end();
  });
}

function saysMore(reading: TaskReading, known: TaskSnapshot): boolean {
  if (!reading.ok) return true;
  const { revision, stale } = reading.snapshot;
  return revision !== known.revision || stale?.reason !== known.stale?.reason;
}
