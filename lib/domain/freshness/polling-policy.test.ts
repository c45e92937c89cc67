import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterAnswer,
  afterFailure,
  longPollSeconds,
  initialPollState,
  nextPoll,
  type PollState,
} from "./polling-policy";
import type { TaskStatus } from "@/lib/domain/task/task-status";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const answer = (status: TaskStatus, finishedAt: string | null = null, isNew = false) => ({
  status,
  finishedAt,
  hasLive: false,
  isStale: false,
  isNew,
  answerMs: 0,
});
const seen = (status: TaskStatus, finishedAt: string | null = null): PollState =>
  afterAnswer(initialPollState(NOW), answer(status, finishedAt), NOW);
const JUST_ENDED = "2026-03-01T11:59:59.000Z";

describe("nextPoll", () => {
  it("asks a running task every second", () => {
    expect(nextPoll(seen("running"), NOW, 0)).toEqual({
      poll: true,
      delayMs: 1000,
      reason: "running",
    });
  });

  it("asks a running task again at once when the answer was held, and never twice in a second otherwise", () => {
    const after = (answerMs: number) =>
      nextPoll(afterAnswer(seen("running"), { ...answer("running"), answerMs }, NOW), NOW, 0);
    expect([0, 300, 1000, 10_000].map(after)).toEqual(
      [1000, 700, 50, 50].map((delayMs) => ({ poll: true, delayMs, reason: "running" })),
    );
  });

  it("lets the answer be held while a run goes on and shows something, and not otherwise", () => {
    const running = nextPoll(seen("running"), NOW, 0);
    expect([0, 3000, 3001, null].map((ms) => longPollSeconds(running, ms))).toEqual([25, 25, 0, 0]);
    const others = [
      nextPoll(seen("running"), NOW + 60_000, 0),
      nextPoll(seen("paused"), NOW, 0),
      nextPoll(seen("finished", JUST_ENDED), NOW, 0),
      nextPoll({ ...seen("running"), isStale: true }, NOW, 0),
      nextPoll(initialPollState(NOW), NOW, 0),
      nextPoll({ ...seen("running"), isHidden: true }, NOW, 0),
    ];
    expect(others.map((other) => longPollSeconds(other, 0))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("asks a paused or unknown task less often, and never takes unknown for the end", () => {
    expect(nextPoll(seen("paused"), NOW, 0)).toMatchObject({
      delayMs: 3000,
      reason: "slow-status",
    });
    expect(nextPoll(seen("unknown"), NOW, 0)).toMatchObject({
      delayMs: 3000,
      reason: "slow-status",
    });
  });

  it("slows down the longer nothing changes, and is back at once when something does", () => {
    const state = seen("running");
    const delays = [0, 60, 180, 600, 1800, 86_400].map((quiet) =>
      nextPoll(state, NOW + quiet * 1000, 0),
    );
    expect(delays.map((decision) => decision.poll && decision.delayMs)).toEqual([
      1000, 2000, 4000, 10_000, 30_000, 30_000,
    ]);
    const later = NOW + 3_600_000;
    const changed = afterAnswer(state, answer("running", null, true), later);
    expect(nextPoll(changed, later, 0)).toMatchObject({ delayMs: 1000 });
  });

  it("confirms the end once, looks for stragglers, then stops", () => {
    let state = seen("running");
    const delays: (number | false)[] = [];
    for (let polls = 0; polls < 4; polls++) {
      state = afterAnswer(state, answer("finished", JUST_ENDED), NOW);
      const decision = nextPoll(state, NOW, 0);
      delays.push(decision.poll && decision.delayMs);
    }
    expect(delays).toEqual([1500, 4000, 10_000, false]);
    expect(nextPoll(state, NOW, 0)).toEqual({ poll: false, reason: "final" });
  });

  it.each(["finished", "failed", "stopped"] as const)(
    "asks nothing of a task that was %s long ago",
    (status) => {
      const state = seen(status, "2026-02-01T00:00:00.000Z");
      expect(nextPoll(state, NOW, 0)).toEqual({ poll: false, reason: "final" });
    },
  );

  it("confirms an end that it saw coming, however long ago the upstream says it was", () => {
    const ended = afterAnswer(seen("running"), answer("finished", "2026-02-01T00:00:00Z"), NOW);
    expect(nextPoll(ended, NOW, 0)).toMatchObject({ poll: true, reason: "confirming" });
  });

  it("looks now and then after a session that outlives its task", () => {
    const open = { ...answer("finished", "2026-02-01T00:00:00Z"), hasLive: true };
    const state = afterAnswer(initialPollState(NOW), open, NOW);
    expect(nextPoll(state, NOW, 0)).toEqual({
      poll: true,
      delayMs: 15_000,
      reason: "session-open",
    });
  });

  it("goes on when a final task runs again", () => {
    const again = afterAnswer(seen("finished", JUST_ENDED), answer("running"), NOW);
    expect(nextPoll(again, NOW, 0)).toMatchObject({ poll: true, reason: "running" });
  });

  it("asks slowly for a hidden page whose reader wants to be told, and stops as for any other", () => {
    const hidden = (state: PollState, now = NOW) =>
      nextPoll({ ...state, isHidden: true, isNotifying: true }, now, 0);
    expect(hidden(seen("running"))).toEqual({
      poll: true,
      delayMs: 12_000,
      reason: "hidden-notifying",
    });
    expect(hidden(seen("running"), NOW + 7_200_000)).toMatchObject({ delayMs: 30_000 });
    expect(hidden(seen("finished", "2026-02-01T00:00:00.000Z"))).toMatchObject({ poll: false });
    const limited = afterFailure(seen("running"), { endsPolling: false, retryAfterSeconds: 60 });
    expect(hidden(limited)).toMatchObject({ delayMs: 60_000, reason: "failing" });
    const refused = afterFailure(seen("running"), { endsPolling: true, retryAfterSeconds: null });
    expect(hidden(refused)).toEqual({ poll: false, reason: "refused" });
  });

  it("asks a page that is seen as often with notifications as without", () => {
    const state = { ...seen("running"), isNotifying: true };
    expect(nextPoll(state, NOW, 0)).toMatchObject({ delayMs: 1000, reason: "running" });
  });

  it("is silent while hidden", () => {
    expect(nextPoll({ ...seen("running"), isHidden: true }, NOW, 0)).toEqual({
      poll: false,
      reason: "hidden",
    });
  });

  it("asks every two seconds while the server serves what it had", () => {
    const stale = afterAnswer(seen("running"), { ...answer("running"), isStale: true }, NOW);
    expect(nextPoll(stale, NOW, 0)).toMatchObject({ delayMs: 1250, reason: "upstream-failing" });
  });

  it("backs off on failures, obeys Retry-After, and recovers with the next answer", () => {
    let state = seen("running");
    const failure = { endsPolling: false, retryAfterSeconds: null };
    const delays: number[] = [];
    for (let failures = 0; failures < 7; failures++) {
      state = afterFailure(state, failure);
      const decision = nextPoll(state, NOW, 1);
      delays.push(decision.poll ? decision.delayMs : -1);
    }
    expect(delays).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    const limited = afterFailure(state, { endsPolling: false, retryAfterSeconds: 20 });
    expect(nextPoll(limited, NOW, 0)).toMatchObject({ delayMs: 20_000 });
    expect(nextPoll(afterAnswer(limited, answer("running"), NOW), NOW, 0)).toMatchObject({
      reason: "running",
    });
  });

  it("ends when the answer is a refusal", () => {
    const refused = afterFailure(seen("running"), { endsPolling: true, retryAfterSeconds: null });
    expect(nextPoll(refused, NOW, 0)).toEqual({ poll: false, reason: "refused" });
  });

  it("never waits less than half a second nor, without Retry-After, more than thirty", () => {
    const statuses = fc.constantFrom<TaskStatus>(
      "created",
      "running",
      "paused",
      "finished",
      "unknown",
    );
    fc.assert(
      fc.property(
        statuses,
        fc.nat(20),
        fc.nat(10_000_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (status, failures, later, jitter) => {
          let state = seen(status, JUST_ENDED);
          for (let count = 0; count < failures; count++) {
            state = afterFailure(state, { endsPolling: false, retryAfterSeconds: null });
          }
          const decision = nextPoll(state, NOW + later, jitter);
          if (!decision.poll) return;
          expect(decision.delayMs).toBeGreaterThanOrEqual(500);
          expect(decision.delayMs).toBeLessThanOrEqual(30_000);
        },
      ),
    );
  });
});
