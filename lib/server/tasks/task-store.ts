import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { isFinal } from "@/lib/domain/task/task-status";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { decideServe, nextTryAt, patienceMs, RENEWAL_PAUSE_MS } from "./freshness-policy";
import { KeptTasks } from "./kept-tasks";
import type { SnapshotHistory } from "./snapshot-history";
import { TaskCalls, type CallOptions } from "./task-calls";
import { TaskViewings } from "./task-viewings";
import { within } from "./within";

/** What a reader of a task gets. `retryAfterSeconds` is whole seconds or `null`. */
export type TaskReading =
  | { ok: true; snapshot: TaskSnapshot; history: SnapshotHistory; upstream: UpstreamTask }
  | { ok: false; code: ProblemCode; retryAfterSeconds: number | null };

type StoreOptions = Omit<CallOptions, "onSettled"> & {
  /** Runs something later; gives the way to call it off. */
  later: (run: () => void, ms: number) => () => void;
};

/** The tasks this process knows. Whoever reads causes at most one upstream call per task and interval. */
export class TaskStore {
  private readonly kept: KeptTasks;
  private readonly viewings: TaskViewings;
  private readonly calls: TaskCalls;
  private readonly listeners: ((taskId: string) => void)[] = [];

  constructor(private readonly options: StoreOptions) {
    this.kept = new KeptTasks(options.onCache);
    this.viewings = new TaskViewings(options);
    this.calls = new TaskCalls(this.kept, (taskId) => this.viewings.lastAt(taskId), {
      ...options,
      onSettled: (taskId) => {
        for (const listener of this.listeners) listener(taskId);
      },
    });
  }

  /** Why no usual calls are made; `null` while they are. */
  get outage(): ProblemCode | null {
    return this.calls.outage;
  }

  /** Tells `listener` from now on whenever a call for a task has ended, with an answer or without. */
  onSettled(listener: (taskId: string) => void): void {
    this.listeners.push(listener);
  }

  /** Reads a task, from the upstream when the policy says so. `isRenewal`: its presigned addresses expired. */
  async read(taskId: string, isRenewal = false): Promise<TaskReading> {
    if (isRenewal) await this.waitForRenewal(taskId);
    this.viewings.note(taskId);
    const flight = this.calls.call(taskId, isRenewal);
    if (flight !== null) await this.wait(flight, taskId, isRenewal);
    this.planPrefetch(taskId);
    return this.look(taskId);
  }

  /** The last good answer without causing a call, while it may still be shown. */
  peek(taskId: string): UpstreamTask | null {
    const decision = decideServe(this.calls.stateOf(taskId), this.options.now(), false);
    return decision.serve === "problem" ? null : (this.kept.get(taskId)?.upstream ?? null);
  }

  /** What a reader gets now, without causing a call. */
  look(taskId: string): TaskReading {
    const state = this.calls.stateOf(taskId);
    const now = this.options.now();
    const decision = decideServe(state, now, this.calls.isOut(taskId));
    const kept = this.kept.get(taskId);
    if (decision.serve === "problem") {
      return { ok: false, code: decision.code, retryAfterSeconds: decision.retryAfterSeconds };
    }
    if (kept === null) return { ok: false, code: "upstream-timeout", retryAfterSeconds: null };
    const { upstream, revision, history } = kept;
    const fetchedAt = new Date(kept.fetchedAt).toISOString();
    const tryAt = nextTryAt(state, now);
    const retryAt = tryAt === null ? null : new Date(tryAt).toISOString();
    const stale =
      decision.serve === "stale" ? { since: fetchedAt, reason: decision.reason, retryAt } : null;
    const snapshot = { revision, fetchedAt, stale, task: upstream.task, steps: upstream.steps };
    return { ok: true, snapshot, history, upstream };
  }

  /** Whoever needs new addresses within a second of the last call waits for that second to end. */
  private async waitForRenewal(taskId: string): Promise<void> {
    const last = this.calls.last(taskId);
    if (last === null || this.calls.isOut(taskId)) return;
    const waitMs = last.askedAt + RENEWAL_PAUSE_MS - this.options.now();
    // A millisecond more: timers may end a little early by the clock that the policy reads.
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs + 1));
  }

  /** A reader waits for an answer as long as it is worth it. */
  private async wait(flight: Promise<void>, taskId: string, isRenewal: boolean): Promise<void> {
    const { now, intervalMs } = this.options;
    const callMs = this.calls.last(taskId)?.callMs ?? 0;
    const state = this.calls.stateOf(taskId);
    const patience = isRenewal ? null : patienceMs(state, callMs, now(), intervalMs);
    if (patience === 0) return;
    if (patience === null) return flight;
    await within(patience, flight, undefined);
  }

  /** Readers that come regularly find the answer of a call that was made ahead of them. */
  private planPrefetch(taskId: string): void {
    const last = this.calls.last(taskId);
    const kept = this.kept.get(taskId);
    const isOver = kept === null || isFinal(kept.upstream.task.status);
    const isDue = !isOver && last !== null && last.failure === null;
    this.viewings.plan(taskId, isDue ? last : null, () => void this.calls.call(taskId, false));
  }
}
