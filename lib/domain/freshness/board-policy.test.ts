import { describe, expect, it } from "vitest";
import { nextBoardPoll } from "./board-policy";
import { afterAnswer, afterFailure, initialPollState, type PollState } from "./polling-policy";
import type { TaskStatus } from "@/lib/domain/task/task-status";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const FRESH = initialPollState(NOW);

function seen(status: TaskStatus, finishedAt: string | null = null): PollState {
  const answer = { status, finishedAt, hasLive: false, isStale: false, isNew: false, answerMs: 0 };
  return afterAnswer(FRESH, answer, NOW);
}
const OVER = seen("finished", "2026-03-01T11:00:00Z");
const refused = afterFailure(FRESH, { endsPolling: true, retryAfterSeconds: null });

describe("nextBoardPoll", () => {
  it("asks when the first of its tasks is due", () => {
    expect(nextBoardPoll([OVER, seen("paused"), seen("running")], FRESH, NOW, 0)).toEqual({
      poll: true,
      delayMs: 1000,
      reason: "running",
    });
    expect(nextBoardPoll([OVER, seen("paused")], FRESH, NOW, 0)).toMatchObject({ delayMs: 3000 });
  });

  it("stops when all of its tasks are over or refused, and asks nothing without tasks", () => {
    expect(nextBoardPoll([OVER, refused], FRESH, NOW, 0).poll).toBe(false);
    expect(nextBoardPoll([], FRESH, NOW, 0).poll).toBe(false);
  });

  it("goes on for the others when one task is refused", () => {
    expect(nextBoardPoll([refused, seen("running")], FRESH, NOW, 0)).toMatchObject({ poll: true });
  });

  it("backs off when its own requests fail, whatever the tasks want", () => {
    const failure = { endsPolling: false, retryAfterSeconds: 7 };
    const failing = afterFailure(FRESH, failure);
    expect(nextBoardPoll([seen("running")], failing, NOW, 0)).toEqual({
      poll: true,
      delayMs: 7000,
      reason: "failing",
    });
    expect(nextBoardPoll([seen("running")], refused, NOW, 0).poll).toBe(false);
  });
});
