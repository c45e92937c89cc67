import "server-only";
import { LRUCache } from "lru-cache";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { isFinal } from "@/lib/domain/task/task-status";
import {
  CoordinatedFailure,
  uncoordinated,
  type Share,
} from "@/lib/server/upstream/fetch-coordinator";
import { boundedCache, MEMORY_FACTOR, sizeIn } from "@/lib/server/config/memory-budget";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { NotCalled, type CallQueue } from "@/lib/server/upstream/call-queue";
import { UpstreamPause } from "@/lib/server/upstream/upstream-pause";
import { nextFailure, type Failure } from "@/lib/server/upstream/failure-policy";
import {
  decideRead,
  decideServe,
  patienceMs,
  RENEWAL_PAUSE_MS,
  type ReadState,
  nextTryAt,
  prefetchAt,
} from "./freshness-policy";
import { decideAccept } from "./regression-policy";
import { revisionOf } from "./revision";
import { historyBytes, noteSnapshot, type SnapshotHistory } from "./snapshot-history";
import { UpstreamGuard } from "./upstream-guard";
import { withVanishedSteps } from "./vanished-steps";

const MOST_TASKS = 500;
const MOST_ATTEMPTS = 10_000;
/** What a reader of a task gets. `retryAfterSeconds` is whole seconds or `null`. */
export type TaskReading =
  | { ok: true; snapshot: TaskSnapshot; history: SnapshotHistory; upstream: UpstreamTask }
  | { ok: false; code: ProblemCode; retryAfterSeconds: number | null };

type Good = {
  upstream: UpstreamTask;
  revision: string;
  /** The last contents, this one included. */
  history: SnapshotHistory;
  fetchedAt: number;
  finalSince: number | null;
};
type Attempt = {
  firstAskedAt: number;
  askedAt: number;
  /** How long the last call took, in milliseconds. */
  callMs: number;
  failure: Failure | null;
  /** Answers in a row that were not shown because they looked older. */
  doubts: number;
};
type View = { viewedAt: number; gapMs: number | null };

type StoreOptions = {
  getTask: (taskId: string) => Promise<UpstreamTask>;
  queue: CallQueue;
  /** The pause that all other calls heed, too; by default one of its own. */
  pause?: UpstreamPause;
  /** How answers are shared with other instances; by default they are not. */
  share?: Share;
  intervalMs: number;
  now: () => number;
  random: () => number;
  /** Runs something later; gives the way to call it off. */
  later: (run: () => void, ms: number) => () => void;
  onFailure: (error: unknown, code: ProblemCode) => void;
  /** A call for a task has ended, with an answer or without. */
  onSettled: (taskId: string) => void;
};

/** The tasks this process knows. Whoever reads causes at most one upstream call per task and interval. */
export class TaskStore {
  private readonly good = boundedCache<Good>("tasks", { max: MOST_TASKS });
  private readonly attempts = new LRUCache<string, Attempt>({ max: MOST_ATTEMPTS });
  private readonly views = new LRUCache<string, View>({ max: MOST_ATTEMPTS });
  private readonly prefetches = new Map<string, () => void>();
  private readonly flights = new Map<string, Promise<void>>();
  private readonly guard: UpstreamGuard;

  constructor(private readonly options: StoreOptions) {
    this.guard = new UpstreamGuard(options.pause ?? new UpstreamPause(options.random));
  }

  /** Reads a task, from the upstream when the policy says so. `isRenewal`: its presigned addresses expired. */
  async read(taskId: string, isRenewal = false): Promise<TaskReading> {
    if (isRenewal) await this.waitForRenewal(taskId);
    const viewedAt = this.options.now();
    const before = this.views.get(taskId);
    const gapMs = before === undefined ? null : viewedAt - before.viewedAt;
    this.views.set(taskId, { viewedAt, gapMs });
    const flight = this.call(taskId, isRenewal);
    if (flight !== null) await this.wait(flight, taskId, isRenewal);
    this.planPrefetch(taskId);
    return this.look(taskId);
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

  /** Readers that come regularly find the answer of a call that was made ahead of them. */
  private planPrefetch(taskId: string): void {
    this.prefetches.get(taskId)?.();
    this.prefetches.delete(taskId);
    const attempt = this.attempts.get(taskId);
    const view = this.views.get(taskId);
    const good = this.good.get(taskId);
    if (attempt === undefined || view === undefined || good === undefined) return;
    if (isFinal(good.upstream.task.status) || attempt.failure !== null) return;
    const at = prefetchAt({ ...attempt, ...view }, this.options.intervalMs);
    if (at === null) return;
    const callOff = this.options.later(() => {
      this.prefetches.delete(taskId);
      void this.call(taskId, false);
    }, at - this.options.now());
    this.prefetches.set(taskId, callOff);
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
      pausedUntil: this.guard.pausedUntil,
      pausedBy: this.guard.pausedBy,
      outage: this.guard.outage,
      backSince: this.guard.backSince,
    };
  }

  /** The call that is out, or a new one if there may be one now. */
  private call(taskId: string, isRenewal: boolean): Promise<void> | null {
    const out = this.flights.get(taskId);
    if (out !== undefined) return out;
    const now = this.options.now();
    const { intervalMs } = this.options;
    const state = this.stateOf(taskId);
    const read = decideRead(state, now, intervalMs, isRenewal);
    const task = { id: taskId, askedAt: state.askedAt };
    const decision = this.guard.admit(read, task, now, intervalMs);
    if (!decision.call) return null;
    const flight = this.fetch(taskId, now, decision.as === "probe", isRenewal).finally(() => {
      this.flights.delete(taskId);
      this.options.onSettled(taskId);
    });
    this.flights.set(taskId, flight);
    return flight;
  }

  private async wait(flight: Promise<void>, taskId: string, isRenewal: boolean): Promise<void> {
    const { now, intervalMs } = this.options;
    const callMs = this.attempts.get(taskId)?.callMs ?? 0;
    const state = this.stateOf(taskId);
    const patience = isRenewal ? null : patienceMs(state, callMs, now(), intervalMs);
    if (patience === 0) return;
    if (patience === null) return flight;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([flight, enough]);
    clearTimeout(timer);
  }

  private async fetch(
    taskId: string,
    askedAt: number,
    isProbe: boolean,
    isRenewal: boolean,
  ): Promise<void> {
    const before = this.attempts.get(taskId);
    const firstAskedAt = before?.firstAskedAt ?? askedAt;
    const attempt = { callMs: 0, failure: null, doubts: 0, ...before, firstAskedAt, askedAt };
    this.attempts.set(taskId, attempt);
    const { queue, now, getTask, share = uncoordinated } = this.options;
    let failure: Failure | null = null;
    const call = () =>
      queue.run(
        () => this.views.peek(taskId)?.viewedAt ?? 0,
        async () => {
          // While it waited for its turn, the upstream may have failed for others, or asked for a pause.
          const isHeld = now() < this.guard.pausedUntil;
          if (isHeld || (!isProbe && this.guard.outage !== null))
            throw new NotCalled("The upstream is not called now");
          try {
            return await getTask(taskId);
          } catch (error) {
            // Noted before the queue gives its place to the next call, which may have to stay at home.
            failure = this.toFailure(taskId, attempt, error);
            throw error;
          }
        },
      );
    const knownAt = Math.max(this.good.get(taskId)?.fetchedAt ?? 0, attempt.failure?.at ?? 0);
    const knownAgeMs = knownAt === 0 ? null : askedAt - knownAt;
    try {
      const answer = await share({ taskId, isRenewal, knownAgeMs }, call);
      this.guard.succeeded(now());
      const doubts = this.keep(taskId, answer.upstream, now() - answer.ageMs, attempt.doubts);
      const callMs = now() - askedAt;
      // Whoever takes over an answer is due when those are who asked for it.
      const since = answer.askedAgoMs === null ? askedAt : now() - answer.askedAgoMs;
      this.attempts.set(taskId, { ...attempt, askedAt: since, failure: null, doubts, callMs });
    } catch (error) {
      if (error instanceof NotCalled) {
        this.guard.hold(now() + error.cooldownLeftMs);
        return;
      }
      failure ??= this.toFailure(taskId, attempt, error);
      this.attempts.set(taskId, { ...attempt, failure });
    }
  }

  /** Keeps an answer, unless it looks older than what is shown. Gives how many in a row did. */
  private keep(taskId: string, answer: UpstreamTask, fetchedAt: number, doubts: number): number {
    const shown = this.good.get(taskId);
    if (!decideAccept(shown?.upstream ?? null, doubts, answer).take) return doubts + 1;
    const next = withVanishedSteps(shown?.upstream ?? null, answer);
    const before = shown?.finalSince ?? null;
    const finalSince = isFinal(next.task.status) ? (before ?? fetchedAt) : null;
    const revision = revisionOf(next.task, next.steps);
    const history = noteSnapshot(shown?.history ?? [], { revision, ...next });
    // What did not change is held once, by the history.
    const upstream = { ...next, ...history.at(-1)?.content };
    const size = sizeIn("tasks", (upstream.bytes + historyBytes(history)) * MEMORY_FACTOR);
    this.good.set(taskId, { upstream, revision, history, fetchedAt, finalSince }, size);
    return 0;
  }

  private toFailure(taskId: string, attempt: Attempt, error: unknown): Failure {
    const { now, random, intervalMs, onFailure } = this.options;
    const at = now() - (error instanceof CoordinatedFailure ? error.ageMs : 0);
    const isKnown = error instanceof UpstreamError;
    const code = isKnown ? error.code : "internal";
    const asked = { code, retryAfterSeconds: isKnown ? error.retryAfterSeconds : null };
    const retryAfterSeconds = this.guard.failed(taskId, asked, at);
    onFailure(error, code);
    const task = { firstAskedAt: attempt.firstAskedAt, wasSeen: this.good.has(taskId) };
    const call = { code, at, retryAfterSeconds };
    return nextFailure(attempt.failure, call, task, intervalMs, random());
  }

  /** What a reader gets now, without causing a call. */
  look(taskId: string): TaskReading {
    const state = this.stateOf(taskId);
    const now = this.options.now();
    const decision = decideServe(state, now, this.flights.has(taskId));
    const good = this.good.get(taskId);
    if (decision.serve === "problem") {
      return { ok: false, code: decision.code, retryAfterSeconds: decision.retryAfterSeconds };
    }
    if (good === undefined) return { ok: false, code: "upstream-timeout", retryAfterSeconds: null };
    const { upstream, revision, history } = good;
    const fetchedAt = new Date(good.fetchedAt).toISOString();
    const tryAt = nextTryAt(state, now);
    const retryAt = tryAt === null ? null : new Date(tryAt).toISOString();
    const stale =
      decision.serve === "stale" ? { since: fetchedAt, reason: decision.reason, retryAt } : null;
    const snapshot = { revision, fetchedAt, stale, task: upstream.task, steps: upstream.steps };
    return { ok: true, snapshot, history, upstream };
  }
}
