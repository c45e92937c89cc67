import { queryOptions } from "@tanstack/react-query";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import {
  afterAnswer,
  afterFailure,
  holdSeconds,
  initialPollState,
  nextPoll,
  type PollState,
} from "@/lib/domain/polling-policy";
import type { fetchTask } from "./fetch-task";
import { ApiError } from "./api-error";
import { serverNow } from "./clock";
import { untilHidden } from "./until-hidden";

/** The polling state of one open page, kept between polls. */
export type PollMemory = {
  state: PollState;
  /** The newest answer, on which the next delta builds. */
  snapshot: TaskSnapshot | null;
  /** When the last answer came, on the page's own clock; `null` before the first. */
  answeredAt: number | null;
  /** Drawn once per failure: React Query starts its timer anew whenever the delay differs. */
  jitter: number;
};

const ASKING_MS = 5000;

/** Starts the polling state of a page from what the server rendered, if it had an answer. */
export function makePollMemory(initial: TaskSnapshot | null): PollMemory {
  const memory: PollMemory = {
    state: initialPollState(serverNow()),
    snapshot: null,
    answeredAt: null,
    jitter: 0,
  };
  if (initial !== null) noteAnswer(memory, initial, 0);
  return memory;
}

/**
 * The one query of the task page: a snapshot kept up to date by deltas, polled by the polling policy; while
 * the page is hidden only when the reader wants to be told about the task. `id` is what `fetch` knows it by.
 */
export function taskQueryOptions(
  id: string,
  memory: PollMemory,
  isNotifying: boolean,
  fetch: typeof fetchTask,
) {
  return queryOptions({
    queryKey: ["task", id] as const,
    queryFn: async ({ signal }) => {
      const askedAt = performance.now();
      const sinceAnswer = memory.answeredAt === null ? null : askedAt - memory.answeredAt;
      const hold = holdSeconds(decide(memory, attentionNow(isNotifying)), sinceAnswer);
      const hidden = untilHidden();
      const signals = hold > 0 ? AbortSignal.any([signal, hidden.signal]) : signal;
      try {
        const snapshot = await fetch(id, memory.snapshot, hold, signals);
        noteAnswer(memory, snapshot, performance.now() - askedAt);
        memory.answeredAt = performance.now();
        return snapshot;
      } catch (error) {
        // A held answer that was let go says nothing, and nothing is wrong.
        if (memory.snapshot !== null && !signal.aborted && signals.aborted) return memory.snapshot;
        if (!signal.aborted) noteFailure(memory, error, isNotifying);
        throw error;
      } finally {
        hidden.end();
      }
    },
    refetchInterval: ({ state }) => {
      // The timer of React Query ticks on while a held answer is out.
      if (state.fetchStatus === "fetching") return ASKING_MS;
      const decision = decide(memory, attentionNow(isNotifying));
      return decision.poll ? decision.delayMs : false;
    },
    // Deltas are merged without touching what did not change; comparing everything again finds nothing more.
    structuralSharing: false,
    refetchIntervalInBackground: isNotifying,
    refetchOnMount: () => !isOver(memory),
    refetchOnWindowFocus: () => !isOver(memory),
    refetchOnReconnect: () => !isOver(memory),
  });
}

type Attention = Pick<PollState, "isHidden" | "isNotifying">;
const SEEN: Attention = { isHidden: false, isNotifying: false };

/** The server, which renders with the same options, has no page that could be hidden. */
function attentionNow(isNotifying: boolean): Attention {
  return { isHidden: typeof document !== "undefined" && document.hidden, isNotifying };
}

function decide(memory: PollMemory, attention: Attention) {
  return nextPoll({ ...memory.state, ...attention }, serverNow(), memory.jitter);
}

function isOver(memory: PollMemory): boolean {
  return !decide(memory, SEEN).poll;
}

function noteAnswer(memory: PollMemory, snapshot: TaskSnapshot, answerMs: number): void {
  const { status, finishedAt, hasLive } = snapshot.task;
  const isNew = memory.snapshot !== null && memory.snapshot.revision !== snapshot.revision;
  const answer = { status, finishedAt, hasLive, isStale: snapshot.stale !== null, isNew, answerMs };
  memory.state = afterAnswer(memory.state, answer, serverNow());
  memory.snapshot = snapshot;
}

function noteFailure(memory: PollMemory, error: unknown, isNotifying: boolean): void {
  const failure =
    error instanceof ApiError
      ? { endsPolling: error.endsPolling, retryAfterSeconds: error.retryAfterSeconds }
      : { endsPolling: false, retryAfterSeconds: null };
  memory.state = afterFailure(memory.state, failure);
  memory.jitter = Math.random();
  const decision = decide(memory, attentionNow(isNotifying));
  if (error instanceof ApiError && decision.poll) error.retryAt = serverNow() + decision.delayMs;
}
