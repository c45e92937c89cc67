import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import {
  afterAnswer,
  afterFailure,
  longPollSeconds,
  initialPollState,
  nextPoll,
  withFacts,
  type PollState,
} from "@/lib/domain/freshness/polling-policy";
import type { fetchTask } from "@/lib/client/api/fetch-task";
import { ApiError } from "@/lib/client/api/api-error";
import { serverNow } from "@/lib/client/api/clock";
import { abortWhenHidden } from "@/lib/client/browser/abort-when-hidden";

/**
 * The polling state of one open page, kept between polls. What is known of the task itself is in the query cache alone,
 * which outlives the page: each decision reads it there.
 */
export type PollMemory = {
  state: PollState;
  /** When the last answer came, on the page's own clock; `null` before the first. */
  answeredAt: number | null;
  /** Drawn once per failure: React Query starts its timer anew whenever the delay differs. */
  jitter: number;
};

const ASKING_MS = 5000;

const keyOf = (id: string) => ["task", id] as const;

/**
 * Starts a page: puts what the server rendered, if it had an answer, into the query cache, unless that has something
 * newer from an earlier page of the same task, and begins the polling state with what is there then.
 */
export function startPolling(
  client: QueryClient,
  id: string,
  initial: TaskSnapshot | null,
): PollMemory {
  const cached = client.getQueryData<TaskSnapshot>(keyOf(id)) ?? null;
  const isNewer =
    cached === null ||
    (initial !== null && Date.parse(initial.fetchedAt) > Date.parse(cached.fetchedAt));
  if (initial !== null && isNewer) client.setQueryData(keyOf(id), initial);
  const memory: PollMemory = { state: initialPollState(serverNow()), answeredAt: null, jitter: 0 };
  const known = isNewer ? initial : cached;
  if (known !== null) noteAnswer(memory, null, known, 0);
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
    queryKey: keyOf(id),
    queryFn: async ({ signal, client }) => {
      const askedAt = performance.now();
      const base = client.getQueryData<TaskSnapshot>(keyOf(id)) ?? null;
      const sinceAnswer = memory.answeredAt === null ? null : askedAt - memory.answeredAt;
      const waitSeconds = longPollSeconds(
        decide(memory, base, attentionNow(isNotifying)),
        sinceAnswer,
      );
      const hidden = abortWhenHidden();
      const signals = waitSeconds > 0 ? AbortSignal.any([signal, hidden.signal]) : signal;
      try {
        const snapshot = await fetch(id, base, waitSeconds, signals);
        noteAnswer(memory, base, snapshot, performance.now() - askedAt);
        memory.answeredAt = performance.now();
        return snapshot;
      } catch (error) {
        // A held answer that was let go says nothing, and nothing is wrong.
        if (base !== null && !signal.aborted && signals.aborted) return base;
        if (!signal.aborted) noteFailure(memory, base, error, isNotifying);
        throw error;
      } finally {
        hidden.end();
      }
    },
    refetchInterval: ({ state }) => {
      // The timer of React Query ticks on while a held answer is out.
      if (state.fetchStatus === "fetching") return ASKING_MS;
      const decision = decide(memory, state.data ?? null, attentionNow(isNotifying));
      return decision.poll ? decision.delayMs : false;
    },
    // Deltas are merged without touching what did not change; comparing everything again finds nothing more.
    structuralSharing: false,
    refetchIntervalInBackground: isNotifying,
    refetchOnMount: ({ state }) => !isOver(memory, state.data),
    refetchOnWindowFocus: ({ state }) => !isOver(memory, state.data),
    refetchOnReconnect: ({ state }) => !isOver(memory, state.data),
  });
}

type Attention = Pick<PollState, "isHidden" | "isNotifying">;
const SEEN: Attention = { isHidden: false, isNotifying: false };

/** The server, which renders with the same options, has no page that could be hidden. */
function attentionNow(isNotifying: boolean): Attention {
  return { isHidden: typeof document !== "undefined" && document.hidden, isNotifying };
}

function decide(memory: PollMemory, known: TaskSnapshot | null, attention: Attention) {
  const state = known === null ? memory.state : withFacts(memory.state, factsOf(known));
  return nextPoll({ ...state, ...attention }, serverNow(), memory.jitter);
}

function isOver(memory: PollMemory, known: TaskSnapshot | undefined): boolean {
  return !decide(memory, known ?? null, SEEN).poll;
}

function factsOf({ task, stale }: TaskSnapshot) {
  const { status, finishedAt, hasLive } = task;
  return { status, finishedAt, hasLive, isStale: stale !== null };
}

function noteAnswer(
  memory: PollMemory,
  base: TaskSnapshot | null,
  snapshot: TaskSnapshot,
  answerMs: number,
): void {
  const isNew = base !== null && base.revision !== snapshot.revision;
  const answer = { ...factsOf(snapshot), isNew, answerMs };
  memory.state = afterAnswer(memory.state, answer, serverNow());
}

function noteFailure(
  memory: PollMemory,
  base: TaskSnapshot | null,
  error: unknown,
  isNotifying: boolean,
): void {
  const failure =
    error instanceof ApiError
      ? { endsPolling: error.endsPolling, retryAfterSeconds: error.retryAfterSeconds }
      : { endsPolling: false, retryAfterSeconds: null };
  memory.state = afterFailure(memory.state, failure);
  memory.jitter = Math.random();
  const decision = decide(memory, base, attentionNow(isNotifying));
  if (error instanceof ApiError && decision.poll) error.retryAt = serverNow() + decision.delayMs;
}
