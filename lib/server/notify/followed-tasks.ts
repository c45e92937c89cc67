import "server-only";
import type { Notice, NoticeEvent, NoticeFormat } from "@/lib/contract/notice";
import { notePace, pacedTask, startPace, type StepPace } from "@/lib/domain/freshness/step-pace";
import type { TaskReading } from "@/lib/server/tasks/task-store";
import type { Delivery, DeliveryEnd } from "./delivery-queue";
import { isOver } from "./follow-policy";
import { noticeOf } from "./notice";
import { noticeBody } from "./notice-body";
import { decideNotice, NOTHING_TOLD, type Told } from "./notice-policy";
import { standingOf } from "./standing";
import { readTaskNeed } from "./task-need";
import type { ToldStore } from "./told-store";

/** What is told, and how. */
export type NoticeSettings = {
  format: NoticeFormat;
  events: ReadonlySet<NoticeEvent>;
  /** Repeats within so many milliseconds are merged. */
  windowMs: number;
  publicBaseUrl: string | null;
};

type Parts = {
  /** What is known of a task, without a call. */
  look: (taskId: string) => TaskReading;
  told: Pick<ToldStore, "find" | "listFollowed" | "keep" | "end" | "forget">;
  settings: NoticeSettings;
  now: () => number;
  /** Takes a delivery; `false` where there is no room for it. */
  send: (delivery: Delivery, onEnd: (end: DeliveryEnd) => void) => boolean;
  onLost: (error: unknown) => void;
};

/**
 * `told` is what arrived or was given up; `next` is the same with what is on its way. Answers from before `since`, epoch
 * milliseconds, say nothing new: another process may have seen more.
 */
type Followed = {
  told: Told;
  next: Told;
  onTheirWay: number;
  since: number;
  pace: StepPace | null;
  /** What was looked at last, and when. */
  looked: { revision: string; at: number } | null;
};

/** An answer that changes nothing is looked at again so late, in milliseconds: what is silent comes to be stuck. */
const SAME_AGAIN_MS = 10_000;

/** More are not followed: it is a bound, and no use. */
const MOST_FOLLOWED = 500;

/** The tasks that the sender follows: each is looked at when there is news of it, and told of as the policy says. */
export class FollowedTasks {
  private readonly tasks = new Map<string, Followed>();

  constructor(private readonly parts: Parts) {}

  get ids(): readonly string[] {
    return [...this.tasks.keys()];
  }

  has(taskId: string): boolean {
    return this.tasks.has(taskId);
  }

  /** Follows nothing any more: another instance does. */
  clear(): void {
    this.tasks.clear();
  }

  /** Follows what this store, or another instance, remembers to be followed. */
  async load(): Promise<void> {
    const since = this.parts.now();
    for (const { taskId, told } of await this.parts.told.listFollowed()) {
      const known = this.tasks.get(taskId);
      const isBehind = known?.onTheirWay === 0 && told.count > known.told.count;
      if (known === undefined || isBehind) this.note(taskId, told, since);
    }
  }

  /**
   * Follows a task from now on, by the answer that has just come, if one has: an older one may be long out of date. A
   * task that has ended is left alone when that was told.
   */
  async follow(
    taskId: string,
    { isFresh = false, hasEnded = false }: { isFresh?: boolean; hasEnded?: boolean },
  ): Promise<void> {
    if (this.tasks.has(taskId)) return;
    const known = await this.parts.told.find(taskId);
    const told = known ?? NOTHING_TOLD;
    if (this.tasks.has(taskId) || (hasEnded && told.endedAt !== null)) return;
    if (!this.note(taskId, told, isFresh && known === null ? 0 : this.parts.now())) return;
    await this.parts.told.keep(taskId, told);
    this.look(taskId);
  }

  /** Tells of a task what is to be told now. */
  look(taskId: string): void {
    const followed = this.tasks.get(taskId);
    if (followed === undefined) return;
    const reading = this.parts.look(taskId);
    if (!reading.ok) {
      if (reading.code === "task-gone" || reading.code === "task-not-found") this.forget(taskId);
      return;
    }
    const { task, steps, fetchedAt, stale, revision } = reading.snapshot;
    // By the time of the answer: a task is not silent because nobody asked.
    const at = Date.parse(fetchedAt);
    if (stale !== null || at < followed.since || wasJustSeen(followed, revision, at)) return;
    followed.looked = { revision, at };
    const content = { task, steps };
    const paced = pacedTask(content);
    followed.pace = notePace(followed.pace ?? startPace(paced, at), paced, at);
    const need = readTaskNeed(content, at, followed.pace);
    const { settings, now } = this.parts;
    const standing = standingOf(task, need, followed.next, settings.events);
    const decision = decideNotice(followed.next, standing, now(), settings.windowMs);
    const { next } = decision;
    if (next === followed.next) return;
    if (decision.tell && settings.events.has(standing.event)) {
      const { changes } = decision;
      const { publicBaseUrl } = settings;
      const { count } = followed.next;
      const facts = { task, need, standing, changes, count, now: now(), publicBaseUrl };
      this.send(followed, noticeOf(facts), next);
    } else {
      followed.next = next;
      if (followed.onTheirWay === 0) this.arrived(taskId, followed, next);
    }
  }

  /** Sends a message after which `next` holds. Where there is no room for it, it is found anew with a later look. */
  private send(followed: Followed, notice: Notice, next: Told): void {
    const { send, settings, now } = this.parts;
    const delivery = { id: notice.id, body: noticeBody(notice, settings.format), at: now() };
    const isTaken = send(delivery, () => {
      followed.onTheirWay -= 1;
      const told = followed.onTheirWay === 0 ? followed.next : next;
      this.arrived(notice.task.id, followed, told);
    });
    if (!isTaken) return;
    followed.onTheirWay += 1;
    followed.next = next;
  }

  /** Lets go of tasks about which nothing more is to be told. */
  async endOver(): Promise<void> {
    for (const [taskId, { told, onTheirWay }] of this.tasks) {
      if (onTheirWay > 0 || !isOver(told, this.parts.now())) continue;
      this.tasks.delete(taskId);
      await this.parts.told.end(taskId, told);
    }
  }

  private note(taskId: string, told: Told, since: number): boolean {
    if (!this.tasks.has(taskId) && this.tasks.size >= MOST_FOLLOWED) return false;
    this.tasks.set(taskId, { told, next: told, onTheirWay: 0, since, pace: null, looked: null });
    return true;
  }

  private arrived(taskId: string, followed: Followed, told: Told): void {
    followed.told = told;
    this.parts.told.keep(taskId, told).catch(this.parts.onLost);
  }

  private forget(taskId: string): void {
    this.tasks.delete(taskId);
    this.parts.told.forget(taskId).catch(this.parts.onLost);
  }
}

/** Whether an answer tells nothing new; while something is held back, its time may have come. */
function wasJustSeen({ looked, next }: Followed, revision: string, at: number): boolean {
  return looked?.revision === revision && at - looked.at < SAME_AGAIN_MS && next.changes === 0;
}
