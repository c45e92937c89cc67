import "server-only";
import { LRUCache } from "lru-cache";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import type { OnCache } from "@/lib/server/config/memory-budget";
import { NotCalled, type CallQueue } from "@/lib/server/upstream/call-queue";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { nextFailure, type Failure } from "@/lib/server/upstream/failure-policy";
import {
  CoordinatedFailure,
  uncoordinated,
  type FetchCoordinator,
} from "@/lib/server/upstream/fetch-coordinator";
import { UpstreamPause } from "@/lib/server/upstream/upstream-pause";
import { decideRead, type ReadState } from "./freshness-policy";
import type { KeptTasks } from "./kept-tasks";
import { UpstreamGuard } from "./upstream-guard";

const MOST_ATTEMPTS = 10_000;

/** The last call for a task. Times are epoch milliseconds. */
type Attempt = {
  firstAskedAt: number;
  askedAt: number;
  /** How long the last call took, in milliseconds. */
  callMs: number;
  failure: Failure | null;
  /** Answers in a row that were not shown because they looked older. */
  suspectedRegressions: number;
};

export type CallOptions = {
  /** Gets a task from the upstream. `before` is what is kept of it, if anything is. */
  getTask: (taskId: string, before: UpstreamTask | null) => Promise<UpstreamTask>;
  queue: CallQueue;
  /** The pause that all other calls heed, too; by default one of its own. */
  pause?: UpstreamPause;
  /** How answers are had together with other instances; by default they are not. */
  coordinate?: FetchCoordinator;
  intervalMs: number;
  now: () => number;
  random: () => number;
  onFailure: (error: unknown, code: ProblemCode) => void;
  /** A call of our own brought an answer: the task's status, and the milliseconds since the call before. */
  onAnswer?: (status: TaskStatus, sinceLastMs: number | null) => void;
  onCache?: OnCache;
  /** A call for a task has ended, with an answer or without. */
  onSettled: (taskId: string) => void;
};

/** The calls for tasks: when one is due, the one that is out, and what came of the last. */
export class TaskCalls {
  private readonly attempts = new LRUCache<string, Attempt>({ max: MOST_ATTEMPTS });
  private readonly flights = new Map<string, Promise<void>>();
  private readonly guard: UpstreamGuard;

  /** `lastViewedAt` tells which of the waiting calls goes first. */
  constructor(
    private readonly kept: KeptTasks,
    private readonly lastViewedAt: (taskId: string) => number,
    private readonly options: CallOptions,
  ) {
    this.guard = new UpstreamGuard(options.pause ?? new UpstreamPause(options.random));
  }

  isOut(taskId: string): boolean {
    return this.flights.has(taskId);
  }

  /** The last call for a task; `null` where there was none, or none that is remembered. */
  last(taskId: string): Readonly<Attempt> | null {
    return this.attempts.get(taskId) ?? null;
  }

  /** Why no usual calls are made; `null` while they are. */
  get outage(): ProblemCode | null {
    return this.guard.outage;
  }

  /** All that the policies decide by. */
  stateOf(taskId: string): ReadState {
    const attempt = this.last(taskId);
    const kept = this.kept.get(taskId);
    const failure = attempt?.failure ?? null;
    return {
      // An answer that was pushed out of memory has to be asked for again.
      askedAt: kept === null && failure === null ? null : (attempt?.askedAt ?? null),
      failure,
      good: kept && {
        fetchedAt: kept.fetchedAt,
        status: kept.upstream.task.status,
        finalSince: kept.finalSince,
      },
      pausedUntil: this.guard.pausedUntil,
      pausedBy: this.guard.pausedBy,
      outage: this.guard.outage,
      backSince: this.guard.backSince,
    };
  }

  /** The call that is out, or a new one if there may be one now. It never rejects. */
  call(taskId: string, isRenewal: boolean): Promise<void> | null {
    const out = this.flights.get(taskId);
    if (out !== undefined) return out;
    const { now, intervalMs, onSettled } = this.options;
    const at = now();
    const state = this.stateOf(taskId);
    const read = decideRead(state, at, intervalMs, isRenewal);
    const task = { id: taskId, askedAt: state.askedAt };
    const decision = this.guard.admit(read, task, at, intervalMs);
    if (!decision.call) return null;
    const flight = this.fetch(taskId, at, decision.as === "probe", isRenewal).finally(() => {
      this.flights.delete(taskId);
      onSettled(taskId);
    });
    this.flights.set(taskId, flight);
    return flight;
  }

  private async fetch(
    taskId: string,
    askedAt: number,
    isProbe: boolean,
    isRenewal: boolean,
  ): Promise<void> {
    const before = this.last(taskId);
    const firstAskedAt = before?.firstAskedAt ?? askedAt;
    const none = { callMs: 0, failure: null, suspectedRegressions: 0 };
    const attempt: Attempt = { ...none, ...before, firstAskedAt, askedAt };
    this.attempts.set(taskId, attempt);
    const { queue, now, getTask, coordinate = uncoordinated } = this.options;
    let failure: Failure | null = null;
    const call = () =>
      queue.run(
        () => this.lastViewedAt(taskId),
        async () => {
          // While it waited for its turn, the upstream may have failed for others, or asked for a pause.
          const isPaused = now() < this.guard.pausedUntil;
          if (isPaused || (!isProbe && this.guard.outage !== null))
            throw new NotCalled("The upstream is not called now");
          try {
            return await getTask(taskId, this.kept.get(taskId)?.upstream ?? null);
          } catch (error) {
            // Noted before the queue gives its place to the next call, which may have to stay at home.
            failure = this.toFailure(taskId, attempt, error);
            throw error;
          }
        },
      );
    const knownAt = Math.max(this.kept.get(taskId)?.fetchedAt ?? 0, attempt.failure?.at ?? 0);
    const knownAgeMs = knownAt === 0 ? null : askedAt - knownAt;
    try {
      const answer = await coordinate({ taskId, isRenewal, knownAgeMs }, call);
      this.guard.succeeded(now());
      const suspectedRegressions = this.kept.accept(
        taskId,
        answer.upstream,
        now() - answer.ageMs,
        attempt.suspectedRegressions,
      );
      const callMs = now() - askedAt;
      if (answer.askedAgoMs === null) {
        const sinceLastMs = before === null ? null : askedAt - before.askedAt;
        this.options.onAnswer?.(answer.upstream.task.status, sinceLastMs);
      }
      // Whoever takes over an answer is due when those are who asked for it.
      const since = answer.askedAgoMs === null ? askedAt : now() - answer.askedAgoMs;
      const good = { askedAt: since, failure: null, suspectedRegressions, callMs };
      this.attempts.set(taskId, { ...attempt, ...good });
    } catch (error) {
      if (error instanceof NotCalled) {
        this.guard.extendTo(now() + error.cooldownLeftMs);
        return;
      }
      failure ??= this.toFailure(taskId, attempt, error);
      this.attempts.set(taskId, { ...attempt, failure });
    }
  }

  private toFailure(taskId: string, attempt: Attempt, error: unknown): Failure {
    const { now, random, intervalMs, onFailure } = this.options;
    const at = now() - (error instanceof CoordinatedFailure ? error.ageMs : 0);
    const isKnown = error instanceof UpstreamError;
    const code = isKnown ? error.code : "internal";
    const asked = { code, retryAfterSeconds: isKnown ? error.retryAfterSeconds : null };
    const retryAfterSeconds = this.guard.failed(taskId, asked, at);
    onFailure(error, code);
    const task = { firstAskedAt: attempt.firstAskedAt, wasSeen: this.kept.has(taskId) };
    const call = { code, at, retryAfterSeconds };
    return nextFailure(attempt.failure, call, task, intervalMs, random());
  }
}
