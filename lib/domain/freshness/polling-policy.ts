import { isFinal, type TaskStatus } from "@/lib/domain/task/task-status";

/** Everything the next delay depends on. Times are epoch milliseconds on the server's clock. */
export type PollState = {
  /** `null` before the first answer. */
  status: TaskStatus | null;
  finishedAt: number | null;
  /** This page has seen the task before its end. */
  sawItRun: boolean;
  /** Answers with a final status seen by this page. */
  finalAnswers: number;
  /** A live view can be asked for, which a session that outlives its task goes on to offer. */
  hasLive: boolean;
  /** When an answer last brought something new. */
  changedAt: number;
  /** How long the last answer took to come, which is long when the server held it. Milliseconds. */
  answerMs: number;
  /** The server serves its last good answer because the upstream fails. */
  isStale: boolean;
  /** Polls of ours that failed in a row, and what the last one said. */
  failures: number;
  failure: { endsPolling: boolean; retryAfterSeconds: number | null } | null;
  isHidden: boolean;
  /** Somebody wants to be told about the task, so that a hidden page goes on asking. */
  isNotifying: boolean;
};

/** What to do next, and why. */
export type PollDecision =
  | {
      poll: true;
      delayMs: number;
      reason:
        | "first"
        | "hidden-notifying"
        | "running"
        | "quiet"
        | "slow-status"
        | "confirming"
        | "session-open"
        | "upstream-failing"
        | "failing";
    }
  | { poll: false; reason: "hidden" | "final" | "refused" };

/** From one question to the next, at least, while a task runs. */
const RUNNING_MS = 1000;
/** After an answer that took longer than that. */
const SHORTEST_MS = 50;
/** As long as a server may hold an answer; how long it does is its own setting. */
const LONG_POLL_SECONDS = 25;
const FRESH_MS = 3000;
const SLOW_STATUS_MS = 3000;
/** Half of the pause between two probes of the server, so that a page is right again soon after the upstream. */
const UPSTREAM_FAILING_MS = 1250;
const LONGEST_FAILURE_MS = 15_000;
/** A hidden page that is to tell about its task asks no more often than this; none else asks at all. */
const HIDDEN_MS = 12_000;
/** One confirming fetch after the end, then a short tail for files, judge and cost, which arrive late. */
const TAIL_MS = [1500, 4000, 10_000] as const;
/** A session that outlives its task is asked for rarely, until it ends. */
const SESSION_OPEN_MS = 15_000;
const STRAGGLERS_COME_WITHIN_MS = 60_000;
/** A run that shows nothing new is asked less often: [quiet for at least, delay], longest first. */
const QUIET_MS = [
  [1_800_000, 30_000],
  [600_000, 10_000],
  [180_000, 4000],
  [60_000, 2000],
] as const;

/**
 * Decides when the page asks again. `jitter` is a random number in [0, 1) that keeps many pages from
 * asking in step after a failure.
 */
export function nextPoll(state: PollState, now: number, jitter: number): PollDecision {
  if (state.failure?.endsPolling === true) return { poll: false, reason: "refused" };
  if (!state.isHidden) return whenSeen(state, now, jitter);
  if (!state.isNotifying) return { poll: false, reason: "hidden" };
  const seen = whenSeen(state, now, jitter);
  if (!seen.poll || seen.delayMs > HIDDEN_MS) return seen;
  return { poll: true, delayMs: HIDDEN_MS, reason: "hidden-notifying" };
}

function whenSeen(state: PollState, now: number, jitter: number): PollDecision {
  if (state.failure !== null)
    return { poll: true, delayMs: failureDelay(state, jitter), reason: "failing" };
  if (state.status === null) return { poll: true, delayMs: RUNNING_MS, reason: "first" };
  if (state.isStale)
    return { poll: true, delayMs: UPSTREAM_FAILING_MS, reason: "upstream-failing" };
  if (isFinal(state.status)) return afterTheEnd(state, now);
  const quiet = QUIET_MS.find(([since]) => now - state.changedAt >= since);
  if (quiet !== undefined) return { poll: true, delayMs: quiet[1], reason: "quiet" };
  if (state.status === "running" || state.status === "created") {
    const delayMs = Math.max(SHORTEST_MS, RUNNING_MS - state.answerMs);
    return { poll: true, delayMs, reason: "running" };
  }
  return { poll: true, delayMs: SLOW_STATUS_MS, reason: "slow-status" };
}

/**
 * How many seconds the next answer may be held while there is no news; 0 for not at all. Only a run that shows
 * something every now and then is worth a request that stays open, and only a page whose last answer (so many
 * milliseconds ago, `null` for none) is not old can wait for news.
 */
export function longPollSeconds(decision: PollDecision, sinceAnswerMs: number | null): number {
  const isFresh = sinceAnswerMs !== null && sinceAnswerMs <= FRESH_MS;
  return isFresh && decision.poll && decision.reason === "running" ? LONG_POLL_SECONDS : 0;
}

function afterTheEnd(state: PollState, now: number): PollDecision {
  const endedLongAgo =
    state.finishedAt !== null && now - state.finishedAt > STRAGGLERS_COME_WITHIN_MS;
  const delayMs = TAIL_MS[state.finalAnswers - 1];
  const isConfirmed = delayMs === undefined || (endedLongAgo && !state.sawItRun);
  if (!isConfirmed) return { poll: true, delayMs, reason: "confirming" };
  if (state.hasLive) return { poll: true, delayMs: SESSION_OPEN_MS, reason: "session-open" };
  return { poll: false, reason: "final" };
}

function failureDelay(state: PollState, jitter: number): number {
  const backoff = Math.min(LONGEST_FAILURE_MS, RUNNING_MS * 2 ** (state.failures - 1));
  const asked = (state.failure?.retryAfterSeconds ?? 0) * 1000;
  return Math.round(Math.max(backoff * (0.5 + jitter / 2), asked));
}

/** The state of a page that has asked nothing yet. */
export function initialPollState(now: number): PollState {
  return {
    status: null,
    finishedAt: null,
    sawItRun: false,
    finalAnswers: 0,
    hasLive: false,
    changedAt: now,
    answerMs: 0,
    isStale: false,
    failures: 0,
    failure: null,
    isHidden: false,
    isNotifying: false,
  };
}

/** What a snapshot says that the next delay depends on. `finishedAt` is ISO 8601. */
export type PollFacts = {
  status: TaskStatus;
  finishedAt: string | null;
  hasLive: boolean;
  isStale: boolean;
};

/** The state with what the snapshot that is shown says, whoever fetched it. */
export function withFacts(state: PollState, facts: PollFacts): PollState {
  const { status, hasLive, isStale } = facts;
  const finishedAt = facts.finishedAt === null ? null : Date.parse(facts.finishedAt);
  return { ...state, status, finishedAt, hasLive, isStale };
}

/** The state after a good answer. */
export function afterAnswer(
  state: PollState,
  answer: PollFacts & { isNew: boolean; answerMs: number },
  now: number,
): PollState {
  return {
    ...withFacts(state, answer),
    sawItRun: state.sawItRun || !isFinal(answer.status),
    finalAnswers: isFinal(answer.status) ? state.finalAnswers + 1 : 0,
    changedAt: answer.isNew ? now : state.changedAt,
    answerMs: answer.answerMs,
    failures: 0,
    failure: null,
  };
}

/** The state after a poll that failed. */
export function afterFailure(
  state: PollState,
  failure: NonNullable<PollState["failure"]>,
): PollState {
  return { ...state, failures: state.failures + 1, failure };
}
