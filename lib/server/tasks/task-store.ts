import "server-only";
import { LRUCache } from "lru-cache";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { isFinal } from "@/lib/domain/task-status";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { UpstreamTask } from "@/lib/server/upstream/upstream-task";
import {
  decideRead,
  decideServe,
  holdMs,
  LONGEST_STALE_MS,
  RENEWAL_PAUSE_MS,
  type Failure,
  type ReadState,
} from "./freshness-policy";
import { revisionOf } from "./revision";

const MOST_TASKS = 500;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_ATTEMPTS = 10_000;
/** What an answer takes in memory, as a multiple of its JSON: texts twice as UTF-16, and the objects. */
const MEMORY_FACTOR = 3;
/** A reader does not wait longer than this for a call when there is an answer to show. */
const PATIENCE_MS = 500;

/** What a reader of a task gets. `retryAfterSeconds` is whole seconds or `null`. */
export type TaskReading =
  | { ok: true; snapshot: TaskSnapshot; upstream: UpstreamTask }
  | { ok: false; code: ProblemCode; retryAfterSeconds: number | null };

type Good = {
  upstream: UpstreamTask;
  revision: string;
  fetchedAt: number;
  finalSince: number | null;
};
type Attempt = { askedAt: number; failure: Failure | null };
type Flight = { done: Promise<void>; patience: Promise<void> };

type StoreOptions = {
  getTask: (taskId: string) => Promise<UpstreamTask>;
  intervalMs: number;
  now: () => number;
  random: () => number;
  onFailure: (error: unknown, code: ProblemCode) => void;
};

/** The tasks this process knows. Whoever reads causes at most one upstream call per task and interval. */
export class TaskStore {
  private readonly good = new LRUCache<string, Good>({ max: MOST_TASKS, maxSize: MOST_BYTES });
  private readonly attempts = new LRUCache<string, Attempt>({ max: MOST_ATTEMPTS });
  private readonly flights = new Map<string, Flight>();
  private heldUntil = 0;

  constructor(private readonly options: StoreOptions) {}

  /** Reads a task, from the upstream when the policy says so. `isRenewal`: its presigned addresses expired. */
  async read(taskId: string, isRenewal = false): Promise<TaskReading> {
    if (isRenewal) await this.waitForRenewal(taskId);
    const now = this.options.now();
    const decision = decideRead(this.stateOf(taskId), now, this.options.intervalMs, isRenewal);
    const flight = this.flights.get(taskId) ?? (decision.ask ? this.start(taskId, now) : null);
    if (flight !== null) await this.wait(flight, taskId, isRenewal);
    return this.serve(taskId);
  }

  /** The last good answer without causing a call, while it may still be shown. */
  peek(taskId: string): UpstreamTask | null {
    const decision = decideServe(this.stateOf(taskId), this.options.now(), false);
    return decision.serve === "problem" ? null : (this.good.get(taskId)?.upstream ?? null);
  }

  /** Whoever needs new addresses within a second of the last call waits for that second to end. */
  private async waitForRenewal(taskId: string): Promise<void> {
    const askedAt = this.attempts.get(taskId)?.askedAt;
    if (askedAt === undefined || this.flights.has(taskId)) return;
    const waitMs = askedAt + RENEWAL_PAUSE_MS - this.options.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  }

  private stateOf(taskId: string): ReadState {
    const attempt = this.attempts.get(taskId);
    const good = this.good.get(taskId);
    const failure = attempt?.failure ?? null;
    return {
      // An answer that was pushed out of memory has to be asked for again.
      askedAt: good === undefined && failure === null ? null : (attempt?.askedAt ?? null),
      failure,
      good:
        good === undefined
          ? null
          : {
              fetchedAt: good.fetchedAt,
              status: good.upstream.task.status,
              finalSince: good.finalSince,
            },
      heldUntil: this.heldUntil,
    };
  }

  private start(taskId: string, now: number): Flight {
    this.attempts.set(taskId, {
      askedAt: now,
      failure: this.attempts.get(taskId)?.failure ?? null,
    });
    const flight = {
      done: this.fetch(taskId, now).finally(() => this.flights.delete(taskId)),
      patience: new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref()),
    };
    this.flights.set(taskId, flight);
    return flight;
  }

  private async wait(flight: Flight, taskId: string, isRenewal: boolean): Promise<void> {
    const good = this.good.get(taskId);
    const canShow = good !== undefined && this.options.now() - good.fetchedAt <= LONGEST_STALE_MS;
    await (canShow && !isRenewal ? Promise.race([flight.done, flight.patience]) : flight.done);
  }

  private async fetch(taskId: string, askedAt: number): Promise<void> {
    try {
      this.keep(taskId, await this.options.getTask(taskId));
      this.attempts.set(taskId, { askedAt, failure: null });
    } catch (error) {
      this.attempts.set(taskId, { askedAt, failure: this.toFailure(error) });
    }
  }

  private keep(taskId: string, upstream: UpstreamTask): void {
    const fetchedAt = this.options.now();
    const before = this.good.get(taskId)?.finalSince ?? null;
    const finalSince = isFinal(upstream.task.status) ? (before ?? fetchedAt) : null;
    const revision = revisionOf(upstream.task, upstream.steps);
    const size = Math.max(1, upstream.bytes * MEMORY_FACTOR);
    this.good.set(taskId, { upstream, revision, fetchedAt, finalSince }, { size });
  }

  private toFailure(error: unknown): Failure {
    const at = this.options.now();
    const isKnown = error instanceof UpstreamError;
    const code = isKnown ? error.code : "internal";
    let retryAfterSeconds = isKnown ? error.retryAfterSeconds : null;
    if (code === "upstream-rate-limited") {
      const hold = holdMs(retryAfterSeconds, this.options.random());
      this.heldUntil = Math.max(this.heldUntil, at + hold);
      retryAfterSeconds = Math.ceil(hold / 1000);
    }
    this.options.onFailure(error, code);
    return { code, at, retryAfterSeconds };
  }

  private serve(taskId: string): TaskReading {
    const decision = decideServe(
      this.stateOf(taskId),
      this.options.now(),
      this.flights.has(taskId),
    );
    const good = this.good.get(taskId);
    if (decision.serve === "problem") {
      return { ok: false, code: decision.code, retryAfterSeconds: decision.retryAfterSeconds };
    }
    if (good === undefined) return { ok: false, code: "upstream-timeout", retryAfterSeconds: null };
    const { upstream, revision } = good;
    const fetchedAt = new Date(good.fetchedAt).toISOString();
    const stale = decision.serve === "stale" ? { since: fetchedAt, reason: decision.reason } : null;
    const snapshot = { revision, fetchedAt, stale, task: upstream.task, steps: upstream.steps };
    return { ok: true, snapshot, upstream };
  }
}
