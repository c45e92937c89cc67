import "server-only";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { TaskReading, TaskStore } from "./task-store";
import type { TaskWatch } from "./task-watch";

/** Told how a held answer ended: with news, at the limit of its time, without its viewer, or because the process stops. */
export type OnHeld = (end: "news" | "time" | "gone" | "stop") => void;

type Wait = {
  store: Pick<TaskStore, "look">;
  watch: Pick<TaskWatch, "watch" | "hasLetGo">;
  /** At most this long, in milliseconds. */
  ms: number;
  /** The viewer went away. */
  signal: AbortSignal;
  onHeld?: OnHeld | undefined;
};

/**
 * Waits until a task says something else than the snapshot that a viewer has: other content, a label, or no
 * answer at all. Gives what is known then, at the limit, or when the process stops.
 */
export function waitForChange(
  taskId: string,
  known: TaskSnapshot,
  { store, watch, ms, signal, onHeld }: Wait,
): Promise<TaskReading> {
  return new Promise((resolve) => {
    const end = (why: Parameters<OnHeld>[0]) => {
      unwatch();
      clearTimeout(timer);
      signal.removeEventListener("abort", onGone);
      onHeld?.(why);
      resolve(store.look(taskId));
    };
    const onGone = () => {
      end("gone");
    };
    const look = () => {
      if (watch.hasLetGo) end("stop");
      else if (saysMore(store.look(taskId), known)) end("news");
    };
    const unwatch = watch.watch(taskId, look);
    const timer = setTimeout(end, ms, "time");
    signal.addEventListener("abort", onGone);
    if (signal.aborted) onGone();
    else look();
  });
}

function saysMore(reading: TaskReading, known: TaskSnapshot): boolean {
  if (!reading.ok) return true;
  const { revision, stale } = reading.snapshot;
  return revision !== known.revision || stale?.reason !== known.stale?.reason;
}
