import "server-only";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { TaskReading, TaskStore } from "./task-store";
import type { TaskWatch } from "./task-watch";

type Wait = {
  store: Pick<TaskStore, "look">;
  watch: Pick<TaskWatch, "watch">;
  /** At most this long, in milliseconds. */
  ms: number;
  /** The viewer went away. */
  signal: AbortSignal;
};

/**
 * Waits until a task says something else than the snapshot that a viewer has: other content, a label, or no
 * answer at all. Gives what is known then, or at the limit.
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
    const unwatch = watch.watch(taskId, () => {
      if (saysMore(store.look(taskId), known)) end();
    });
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
    if (signal.aborted || saysMore(store.look(taskId), known)) end();
  });
}

function saysMore(reading: TaskReading, known: TaskSnapshot): boolean {
  if (!reading.ok) return true;
  const { revision, stale } = reading.snapshot;
  return revision !== known.revision || stale?.reason !== known.stale?.reason;
}
