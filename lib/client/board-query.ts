import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Board, BoardEntry } from "@/lib/contract/board";
import { nextBoardPoll } from "@/lib/domain/board-policy";
import {
  afterAnswer,
  afterFailure,
  initialPollState,
  type PollState,
} from "@/lib/domain/polling-policy";
import { fetchBoard } from "./fetch-board";
import { ApiError } from "./api-error";
import { serverNow } from "./clock";

/** The newest answer, and since when each task has shown no new step to this page (epoch milliseconds). */
export type SeenBoard = { board: Board; quietSince: ReadonlyMap<string, number> };

/** The polling state of one open board, kept between polls. */
export type BoardMemory = {
  states: ReadonlyMap<string, PollState>;
  /** The state of the requests themselves. */
  request: PollState;
  seen: SeenBoard | null;
  /** Drawn once per failure: React Query starts its timer anew whenever the delay differs. */
  jitter: number;
};

/** Starts the polling state of a board from what the server rendered. */
export function makeBoardMemory(initial: Board | null): BoardMemory {
  const request = initialPollState(serverNow());
  const memory: BoardMemory = { states: new Map(), request, seen: null, jitter: 0 };
  if (initial !== null) noteBoard(memory, initial);
  return memory;
}

/** The one query of the board: all tasks in one request, polled as soon as the first of them is due. */
export function boardQueryOptions(taskIds: readonly string[], memory: BoardMemory) {
  return queryOptions({
    queryKey: ["board", taskIds.join(",")] as const,
    enabled: taskIds.length > 0,
    queryFn: async ({ signal }) => {
      try {
        const board = await fetchBoard(taskIds, baseFor(memory, taskIds), signal);
        return noteBoard(memory, board);
      } catch (error) {
        if (!signal.aborted) noteFailure(memory, error);
        throw error;
      }
    },
    // A tile that comes or goes leaves the others as they are.
    placeholderData: keepPreviousData,
    refetchInterval: () => {
      const decision = decide(memory);
      return decision.poll ? decision.delayMs : false;
    },
    structuralSharing: false,
    refetchIntervalInBackground: false,
    refetchOnMount: () => decide(memory).poll,
    refetchOnWindowFocus: () => decide(memory).poll,
    refetchOnReconnect: () => decide(memory).poll,
  });
}

function decide(memory: BoardMemory) {
  return nextBoardPoll([...memory.states.values()], memory.request, serverNow(), memory.jitter);
}

/** An unchanged answer can be confirmed without a body only for the very same ids. */
function baseFor(memory: BoardMemory, taskIds: readonly string[]): Board | null {
  const board = memory.seen?.board ?? null;
  return board?.entries.map(({ id }) => id).join(",") === taskIds.join(",") ? board : null;
}

function noteBoard(memory: BoardMemory, answer: Board): SeenBoard {
  const before = new Map(memory.seen?.board.entries.map((entry) => [entry.id, entry]));
  const entries = answer.entries.map((entry) => mergeEntry(before.get(entry.id), entry));
  const now = serverNow();
  const states = new Map<string, PollState>();
  const quietSince = new Map<string, number>();
  for (const entry of entries) {
    const known = before.get(entry.id);
    const state = memory.states.get(entry.id) ?? initialPollState(now);
    states.set(entry.id, stateAfter(state, known, entry, now));
    const since = hasNewStep(known, entry) ? null : memory.seen?.quietSince.get(entry.id);
    quietSince.set(entry.id, since ?? now);
  }
  memory.states = states;
  memory.request = initialPollState(now);
  memory.seen = { board: { ...answer, entries }, quietSince };
  return memory.seen;
}

/** A task that was too slow this once keeps what was known of it. */
function mergeEntry(known: BoardEntry | undefined, entry: BoardEntry): BoardEntry {
  return !entry.ok && entry.code === null && known?.ok === true ? known : entry;
}

function hasNewStep(known: BoardEntry | undefined, entry: BoardEntry): boolean {
  return known?.ok === true && entry.ok && known.task.stepCount !== entry.task.stepCount;
}

function stateAfter(
  state: PollState,
  known: BoardEntry | undefined,
  entry: BoardEntry,
  now: number,
): PollState {
  if (!entry.ok) {
    if (entry.code === null) return state;
    const { endsPolling } = new ApiError(entry.code);
    return afterFailure(state, { endsPolling, retryAfterSeconds: entry.retryAfterSeconds });
  }
  const { status, finishedAt } = entry.task;
  const isNew = known?.ok === true && known.revision !== entry.revision;
  // A tile shows no live view, so a session that outlives its task is nothing to wait for.
  const answer = {
    status,
    finishedAt,
    hasLive: false,
    isStale: entry.stale !== null,
    isNew,
    answerMs: 0,
  };
  return afterAnswer(state, answer, now);
}

function noteFailure(memory: BoardMemory, error: unknown): void {
  const failure =
    error instanceof ApiError
      ? { endsPolling: error.endsPolling, retryAfterSeconds: error.retryAfterSeconds }
      : { endsPolling: false, retryAfterSeconds: null };
  memory.request = afterFailure(memory.request, failure);
  memory.jitter = Math.random();
}
