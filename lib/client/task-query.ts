import { queryOptions } from "@tanstack/react-query";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import {
  afterAnswer,
  afterFailure,
  initialPollState,
  nextPoll,
  type PollState,
} from "@/lib/domain/polling-policy";
import { fetchTask } from "./api-client";
import { ApiError } from "./api-error";
import { serverNow } from "./clock";

/** The polling state of one open page, kept between polls. */
export type PollMemory = {
  state: PollState;
  /** The newest answer, on which the next delta builds. */
  snapshot: TaskSnapshot | null;
  /** Drawn once per failure: React Query starts its timer anew whenever the delay differs. */
  jitter: number;
};

/** Starts the polling state of a page from what the server rendered, if it had an answer. */
export function makePollMemory(initial: TaskSnapshot | null): PollMemory {
  const memory: PollMemory = { state: initialPollState(serverNow()), snapshot: null, jitter: 0 };
  if (initial !== null) noteAnswer(memory, initial);
  return memory;
}

/**
 * The one query of the task page: a snapshot kept up to date by deltas, polled by the polling policy; while
 * the page is hidden only when the reader wants to be told about the task.
 */
export function taskQueryOptions(taskId: string, memory: PollMemory, isNotifying: boolean) {
  return queryOptions({
    queryKey: ["task", taskId] as const,
    queryFn: async ({ signal }) => {
      try {
        const snapshot = await fetchTask(taskId, memory.snapshot, signal);
        noteAnswer(memory, snapshot);
        return snapshot;
      } catch (error) {
        if (!signal.aborted) noteFailure(memory, error, isNotifying);
        throw error;
      }
    },
    refetchInterval: () => {
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

function noteAnswer(memory: PollMemory, snapshot: TaskSnapshot): void {
  const { status, finishedAt, hasLive } = snapshot.task;
  const isNew = memory.snapshot !== null && memory.snapshot.revision !== snapshot.revision;
  const answer = { status, finishedAt, hasLive, isStale: snapshot.stale !== null, isNew };
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
