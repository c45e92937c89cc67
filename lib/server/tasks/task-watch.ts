import "server-only";
import type { TaskStore } from "./task-store";

/** Answers that are let go together; other requests get a turn between two such batches. */
const BATCH = 20;

/** What a watcher does when the task has to be looked at again. */
type Watcher = () => void;

type WatchOptions = {
  /** Reads the task as any reader does, which keeps it up to date. */
  read: (taskId: string) => Promise<unknown>;
  intervalMs: number;
  /** Runs something every so many milliseconds; gives the way to stop it. */
  every: (run: () => void, ms: number) => () => void;
  /** Runs something after the requests that wait have had a turn. */
  soon: (run: () => void) => void;
};

/**
 * Those who wait for a task to change. One clock for each task reads it for all of them, from the first
 * watcher to the last; watchers are told whenever a call for the task has ended, changed or not.
 */
export class TaskWatch {
  private readonly watched = new Map<string, { watchers: Set<Watcher>; stop: () => void }>();
  private isOver = false;

  constructor(private readonly options: WatchOptions) {}

  /** Watches a task until the function that it gives is called. */
  watch(taskId: string, watcher: Watcher): () => void {
    const entry = this.watched.get(taskId) ?? this.start(taskId);
    entry.watchers.add(watcher);
    return () => {
      entry.watchers.delete(watcher);
      if (entry.watchers.size > 0 || this.watched.get(taskId) !== entry) return;
      entry.stop();
      this.watched.delete(taskId);
    };
  }

  /** Tells the watchers of a task that a call for it has ended. */
  settled(taskId: string): void {
    this.tell([...(this.watched.get(taskId)?.watchers ?? [])]);
  }

  /** Lets everybody go who waits, and keeps nobody who comes later: the process stops. */
  letGo(): void {
    this.isOver = true;
    this.tell([...this.watched.values()].flatMap(({ watchers }) => [...watchers]));
  }

  /** Nobody waits any more. */
  get hasLetGo(): boolean {
    return this.isOver;
  }

  /** How many tasks are watched. */
  get size(): number {
    return this.watched.size;
  }

  /** How many watchers there are: answers that are held now. */
  get watchers(): number {
    let count = 0;
    for (const { watchers } of this.watched.values()) count += watchers.size;
    return count;
  }

  private start(taskId: string) {
    const { read, every, intervalMs } = this.options;
    const stop = every(() => void read(taskId), intervalMs);
    const entry = { watchers: new Set<Watcher>(), stop };
    this.watched.set(taskId, entry);
    return entry;
  }

  private tell(watchers: readonly Watcher[]): void {
    for (const watcher of watchers.slice(0, BATCH)) watcher();
    if (watchers.length <= BATCH) return;
    this.options.soon(() => {
      this.tell(watchers.slice(BATCH));
    });
  }
}

/**
 * The watch over the tasks of a store, each read once an interval while somebody waits for it. When the process stops,
 * it lets all go. `forAll` runs what no single request is the cause of.
 */
export function watchTasks(
  store: Pick<TaskStore, "read" | "onSettled">,
  intervalMs: number,
  stopping: AbortSignal,
  forAll: <T>(run: () => T) => T = (run) => run(),
): TaskWatch {
  const watch = new TaskWatch({
    read: (taskId) => forAll(() => store.read(taskId)),
    intervalMs,
    every: (run, ms) => {
      const timer = setInterval(run, ms);
      return () => {
        clearInterval(timer);
      };
    },
    soon: setImmediate,
  });
  store.onSettled((taskId) => {
    watch.settled(taskId);
  });
  const letGo = () => {
    watch.letGo();
  };
  if (stopping.aborted) letGo();
  else stopping.addEventListener("abort", letGo, { once: true });
  return watch;
}
