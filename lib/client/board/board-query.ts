import { keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Board, BoardEntry } from "@/lib/contract/board";
import { nextBoardPoll } from "@/lib/domain/freshness/board-policy";
import {
  afterAnswer,
  afterFailure,
  initialPollState,
  withFacts,
  type PollState,
} from "@/lib/domain/freshness/polling-policy";
import { notePace, startPace, type StepPace } from "@/lib/domain/freshness/step-pace";
import { fetchBoard } from "@/lib/client/api/fetch-board";
import { ApiError } from "@/lib/client/api/api-error";
import { serverNow } from "@/lib/client/api/clock";

/** The newest answer, and the pace of each task as this page has seen it. */
export type SeenBoard = { board: Board; paces: ReadonlyMap<string, StepPace> };

/**
 * The polling state of one open board, kept between polls. What is known of the tasks themselves is in the query cache
 * alone, which outlives the page: each decision reads it there.
 */
export type BoardMemory = {
  states: ReadonlyMap<string, PollState>;
  /** The state of the requests themselves. */
  request: PollState;
  /** The ids of the newest answer: their tiles go on when one comes or goes. */
  lastIds: readonly string[] | null;
  /** Drawn once per failure: React Query starts its timer anew whenever the delay differs. */
  jitter: number;
};

const keyOf = (taskIds: readonly string[]) => ["board", taskIds.join(",")] as const;

/**
 * Starts a board: puts what the server rendered into the query cache, entry by entry where it is newer than what an
 * earlier page of the same board left there, and begins the polling state with what is there then.
 */
export function startBoard(client: QueryClient, initial: Board | null): BoardMemory {
  const request = initialPollState(serverNow());
  const memory: BoardMemory = { states: new Map(), request, lastIds: null, jitter: 0 };
  if (initial === null) return memory;
  const key = keyOf(initial.entries.map(({ id }) => id));
  const cached = client.getQueryData<SeenBoard>(key) ?? null;
  const before = new Map(cached?.board.entries.map((entry) => [entry.id, entry]));
  const entries = initial.entries.map((entry) => newerEntry(before.get(entry.id), entry));
  const board = { ...initial, entries };
  // A revision of neither answer confirms nothing.
  const isMixed = entries.some((entry, index) => entry !== initial.entries[index]);
  const seen = noteBoard(memory, cached, isMixed ? { ...board, revision: "" } : board);
  client.setQueryData(key, seen);
  return memory;
}

function newerEntry(known: BoardEntry | undefined, given: BoardEntry): BoardEntry {
  if (known?.ok !== true) return given;
  if (!given.ok) return given.code === null ? known : given;
  return Date.parse(known.fetchedAt) > Date.parse(given.fetchedAt) ? known : given;
}

/** The one query of the board: all tasks in one request, polled as soon as the first of them is due. */
export function boardQueryOptions(taskIds: readonly string[], memory: BoardMemory) {
  return queryOptions({
    queryKey: keyOf(taskIds),
    enabled: taskIds.length > 0,
    queryFn: async ({ signal, client }) => {
      const own = client.getQueryData<SeenBoard>(keyOf(taskIds)) ?? null;
      const last = memory.lastIds === null ? null : keyOf(memory.lastIds);
      try {
        // An unchanged answer can be confirmed without a body only for the very same ids.
        const board = await fetchBoard(taskIds, own?.board ?? null, signal);
        const known =
          own ?? (last === null ? null : (client.getQueryData<SeenBoard>(last) ?? null));
        return noteBoard(memory, known, board);
      } catch (error) {
        if (!signal.aborted) noteFailure(memory, error);
        throw error;
      }
    },
    // A tile that comes or goes leaves the others as they are.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const decision = decide(memory, state.data);
      return decision.poll ? decision.delayMs : false;
    },
    structuralSharing: false,
    refetchIntervalInBackground: false,
    refetchOnMount: ({ state }) => decide(memory, state.data).poll,
    refetchOnWindowFocus: ({ state }) => decide(memory, state.data).poll,
    refetchOnReconnect: ({ state }) => decide(memory, state.data).poll,
  });
}

function decide(memory: BoardMemory, known: SeenBoard | undefined) {
  const entries = known?.board.entries ?? [];
  const states = entries.map((entry) => {
    const state = memory.states.get(entry.id) ?? initialPollState(serverNow());
    return entry.ok ? withFacts(state, factsOf(entry)) : state;
  });
  return nextBoardPoll(states, memory.request, serverNow(), memory.jitter);
}

function noteBoard(memory: BoardMemory, seen: SeenBoard | null, answer: Board): SeenBoard {
  const before = new Map(seen?.board.entries.map((entry) => [entry.id, entry]));
  const entries = answer.entries.map((entry) => mergeEntry(before.get(entry.id), entry));
  const now = serverNow();
  const states = new Map<string, PollState>();
  const paces = new Map<string, StepPace>();
  for (const entry of entries) {
    const known = before.get(entry.id);
    const state = memory.states.get(entry.id) ?? initialPollState(now);
    states.set(entry.id, stateAfter(state, known, entry, now));
    if (entry.ok) paces.set(entry.id, paceAfter(seen?.paces.get(entry.id), entry));
  }
  memory.states = states;
  memory.request = initialPollState(now);
  memory.lastIds = entries.map(({ id }) => id);
  return { board: { ...answer, entries }, paces };
}

/** A task that was too slow this once keeps what was known of it. */
function mergeEntry(known: BoardEntry | undefined, entry: BoardEntry): BoardEntry {
  return !entry.ok && entry.code === null && known?.ok === true ? known : entry;
}

function paceAfter(
  pace: StepPace | undefined,
  { task, fetchedAt }: Extract<BoardEntry, { ok: true }>,
): StepPace {
  const at = Date.parse(fetchedAt);
  return pace === undefined ? startPace(task, at) : notePace(pace, task, at);
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
  const isNew = known?.ok === true && known.revision !== entry.revision;
  return afterAnswer(state, { ...factsOf(entry), isNew, answerMs: 0 }, now);
}

function factsOf({ task, stale }: Extract<BoardEntry, { ok: true }>) {
  const { status, finishedAt } = task;
  // A tile shows no live view, so a session that outlives its task is nothing to wait for.
  return { status, finishedAt, hasLive: false, isStale: stale !== null };
}

function noteFailure(memory: BoardMemory, error: unknown): void {
  const failure =
    error instanceof ApiError
      ? { endsPolling: error.endsPolling, retryAfterSeconds: error.retryAfterSeconds }
      : { endsPolling: false, retryAfterSeconds: null };
  memory.request = afterFailure(memory.request, failure);
  memory.jitter = Math.random();
}
