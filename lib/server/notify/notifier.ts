import "server-only";
import { LRUCache } from "lru-cache";
import type { TaskList } from "@/lib/contract/task-list";
import { isFinal } from "@/lib/domain/task/task-status";
import type { Seat } from "@/lib/server/cluster/seat";
import type { TaskListQuery } from "@/lib/server/tasks/task-list-query";
import type { TaskStore } from "@/lib/server/tasks/task-store";
import type { DeliveryQueue } from "./delivery-queue";
import { listSince, tasksToFollow, tasksToRead } from "./follow-policy";
import { FollowedTasks, type NoticeSettings } from "./followed-tasks";
import type { ToldStore } from "./told-store";

type Parts = {
  store: Pick<TaskStore, "look" | "read" | "onSettled">;
  readTaskList: (query: TaskListQuery) => Promise<TaskList>;
  /** No call before this time, epoch milliseconds. */
  pausedUntil: () => number;
  told: ToldStore;
  seat: Seat;
  queue: DeliveryQueue;
  settings: NoticeSettings & {
    tasks: "watched" | "all";
    /** Between two readings of what nobody looks at, in milliseconds. */
    everyMs: number;
  };
  now: () => number;
  later: (run: () => void, ms: number) => () => void;
  /** The store of what was told cannot be used. */
  onLost: (error: unknown) => void;
};

/** The page of the list that is read: as many tasks as one may have, the newest first. */
const NEWEST: TaskListQuery = { page: 1, pageSize: 100, filter: {} };
/** How often the seat of the sender is claimed, at the least, in milliseconds. */
const BEAT_MS = 5000;
const MOST_NOTED = 10_000;

/**
 * Tells a receiver how tasks stand. Of several instances one sends; the others note which tasks somebody opened at
 * them. Nothing here is waited for by a reader.
 */
export class Notifier {
  private readonly followed: FollowedTasks;
  /** Tasks that are known to be followed, by whichever instance. */
  private readonly noted = new LRUCache<string, true>({ max: MOST_NOTED });
  /** When a task was asked for because nobody looked at it, epoch milliseconds. */
  private readonly asked = new LRUCache<string, number>({ max: MOST_NOTED });
  private readonly settled = new Set<string>();
  private readonly opened = new Set<string>();
  private callOff: () => void = () => undefined;
  private nextRoundAt = 0;
  private listSince: number | null = null;
  private isStopped = false;

  constructor(private readonly parts: Parts) {
    const { store, told, settings, now, queue, onLost } = parts;
    this.followed = new FollowedTasks({
      look: (taskId) => store.look(taskId),
      send: (delivery, onEnd) => queue.add(delivery, onEnd),
      told,
      settings,
      now,
      onLost,
    });
  }

  /** How many tasks this instance follows: all of them, or none. */
  get size(): number {
    return this.followed.ids.length;
  }

  start(): void {
    this.parts.store.onSettled((taskId) => {
      if (this.isStopped) return;
      // Readers come first: they wait for the very call that has ended.
      if (this.settled.size === 0) {
        this.parts.later(() => {
          this.lookAtSettled();
        }, 0);
      }
      this.settled.add(taskId);
    });
    this.callOff = this.parts.later(() => void this.beat(), 0);
  }

  /** Tries what is left once more, within so many milliseconds, and lets another instance send. */
  async stop(ms: number): Promise<void> {
    this.isStopped = true;
    this.callOff();
    await this.parts.queue.stop(ms);
    await this.parts.seat.leave();
  }

  private lookAtSettled(): void {
    const taskIds = [...this.settled];
    this.settled.clear();
    for (const taskId of taskIds) {
      if (this.followed.has(taskId)) this.followed.look(taskId);
      else if (this.isOpen(taskId)) {
        this.opened.add(taskId);
        if (this.parts.seat.isMine === true) this.followOpened().catch(this.parts.onLost);
      }
    }
  }

  /** Whether somebody opened a task that goes on, and that nobody is known to follow. */
  private isOpen(taskId: string): boolean {
    if (this.noted.has(taskId)) return false;
    const reading = this.parts.store.look(taskId);
    return reading.ok && !isFinal(reading.snapshot.task.status);
  }

  private async beat(): Promise<void> {
    const { seat, now, settings, later, onLost } = this.parts;
    try {
      const isSender = (await seat.claim()) === true;
      if (!isSender) this.resign();
      await this.followOpened();
      if (isSender && now() >= this.nextRoundAt) {
        this.nextRoundAt = now() + settings.everyMs;
        await this.round();
      }
    } catch (error) {
      onLost(error);
    }
    if (this.isStopped) return;
    this.callOff = later(() => void this.beat(), Math.min(BEAT_MS, settings.everyMs));
  }

  private resign(): void {
    this.followed.clear();
    this.nextRoundAt = 0;
    this.listSince = null;
  }

  /** The sender follows what was opened here; any other instance leaves it to the sender. */
  private async followOpened(): Promise<void> {
    const { seat, told } = this.parts;
    for (const taskId of [...this.opened]) {
      if (seat.isMine === true) await this.followed.follow(taskId, { isFresh: true });
      else await told.leave(taskId);
      this.opened.delete(taskId);
      this.noted.set(taskId, true);
    }
  }

  /** What was opened at other instances. */
  private async followLeft(): Promise<void> {
    const { told } = this.parts;
    for (const taskId of await told.listLeft()) {
      await this.followed.follow(taskId, {});
      await told.take(taskId);
    }
  }

  private async round(): Promise<void> {
    const { store, settings, now, pausedUntil } = this.parts;
    await this.followed.load();
    await this.followLeft();
    await this.followed.endOver();
    if (now() < pausedUntil()) return;
    const changed = settings.tasks === "all" ? await this.readList() : new Set<string>();
    const tasks = this.followed.ids.map((taskId) => {
      const lastAt = changed.has(taskId) ? 0 : this.lastAt(taskId);
      return { taskId, lastAt };
    });
    for (const taskId of tasksToRead(tasks, now(), settings.everyMs)) {
      this.asked.set(taskId, now());
      // What it brings is looked at when it has come; nothing here waits for a slow answer.
      void store.read(taskId);
    }
    // What was held back is told when its time has come, news or not.
    for (const taskId of this.followed.ids) this.followed.look(taskId);
  }

  /** Gives the tasks of which the list tells something else than their last answer. */
  private async readList(): Promise<ReadonlySet<string>> {
    const { readTaskList, told, now, store } = this.parts;
    this.listSince ??= listSince(await told.listReadAt(), now());
    const { items } = await readTaskList(NEWEST).catch(() => ({ items: null }));
    if (items === null) return new Set();
    for (const { id, status } of tasksToFollow(items, this.listSince)) {
      await this.followed.follow(id, { hasEnded: isFinal(status) });
    }
    this.listSince = Math.max(this.listSince, listSince(now(), now()));
    await told.noteListRead(now());
    const changed = items.filter(({ id, status }) => {
      const reading = this.followed.has(id) ? store.look(id) : null;
      return reading?.ok === true && reading.snapshot.task.status !== status;
    });
    return new Set(changed.map(({ id }) => id));
  }

  /** When a task was read, or asked for in vain, epoch milliseconds. */
  private lastAt(taskId: string): number {
    const reading = this.parts.store.look(taskId);
    const readAt = reading.ok ? Date.parse(reading.snapshot.fetchedAt) : 0;
    return Math.max(readAt, this.asked.get(taskId) ?? 0);
  }
}
