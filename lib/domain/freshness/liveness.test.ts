import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { livenessOf, type LivenessInput, type Trouble } from "./liveness";
import { livenessWords } from "./liveness-words";
import { pacedTask, startPace } from "./step-pace";
import type { Task } from "@/lib/domain/task/task";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import { testContent } from "@/test/factories/content";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const ago = (seconds: number) => NOW - seconds * 1000;
const iso = (seconds: number) => new Date(ago(seconds)).toISOString();

type Seen = {
  status?: TaskStatus;
  task?: Partial<Task>;
  durations?: readonly number[];
  /** Seconds since the newest step, the answer, and since the page first saw the status. */
  silence?: number;
  age?: number;
  trouble?: Trouble;
  isCatchingUp?: boolean;
};

function input({ silence = 0, age = 0, trouble, isCatchingUp = false, ...seen }: Seen) {
  const content = testContent({
    task: { status: seen.status ?? "running", ...seen.task },
    steps: (seen.durations ?? [9, 9, 9]).map((durationSeconds) => ({ durationSeconds })),
  });
  const pace = { ...startPace(pacedTask(content), ago(age)), lastStepAt: ago(silence) };
  const fetchedAt = ago(age);
  return { content, pace, fetchedAt, trouble: trouble ?? null, isCatchingUp };
}

const words = (given: LivenessInput, now = NOW) =>
  livenessWords(livenessOf(given, now), (at) => new Date(at).toISOString().slice(11, 16));
const trouble = (kind: Trouble["kind"], title: string, retryInSeconds: number | null = null) => ({
  kind,
  title,
  retryAt: retryInSeconds === null ? null : NOW + retryInSeconds * 1000,
});

describe("livenessOf, in words", () => {
  it("says how old what is shown is", () => {
    expect(words(input({}))).toBe("Updated just now");
    expect(words(input({ age: 2 }))).toBe("Updated 2 s ago");
    expect(words(input({ age: 600, silence: 1 }))).toBe("Updated 10 min ago");
  });

  it("says that no step comes when that is long against what is usual", () => {
    expect(words(input({ silence: 94 }))).toBe("No new step for 94 s, usually 9 s");
    expect(words(input({ silence: 26 }))).toBe("Updated just now");
    expect(words(input({ silence: 27 }))).toBe("No new step for 27 s, usually 9 s");
    expect(words(input({ silence: 94, age: 28 }))).toBe(
      "No new step for 94 s, usually 9 s (updated 28 s ago)",
    );
  });

  it("bears with a run whose steps take long", () => {
    expect(words(input({ durations: [60, 70, 80], silence: 94 }))).toBe("Updated just now");
    expect(words(input({ durations: [60, 70, 80], silence: 210 }))).toBe(
      "No new step for 3 min, usually 70 s",
    );
  });

  it("does not call a step slow by seconds that nobody would notice", () => {
    expect(words(input({ durations: [1, 1, 1], silence: 19 }))).toBe("Updated just now");
    expect(words(input({ durations: [0.2, 0.2, 0.2], silence: 20 }))).toBe(
      "No new step for 20 s, usually 1 s",
    );
  });

  it("names no usual time when nobody knows one", () => {
    expect(words(input({ durations: [], silence: 59 }))).toBe("Updated just now");
    expect(words(input({ durations: [], silence: 61 }))).toBe("No new step for 61 s");
  });

  it("says how long a task is paused, and whether that is all it knows", () => {
    const paused = input({ status: "paused", age: 180 });
    expect(words({ ...paused, fetchedAt: NOW })).toBe("Paused for at least 3 min");
    const seen = { ...paused.pace, isSince: true };
    expect(words({ ...paused, fetchedAt: NOW, pace: seen })).toBe("Paused for 3 min");
  });

  it("says how long a task waits to start", () => {
    expect(words(input({ status: "created", task: { createdAt: iso(42) } }))).toBe(
      "Waiting to start for 42 s",
    );
    expect(words(input({ status: "created" }))).toBe("Waiting to start");
  });

  it("says when a task ended, and does not pretend that it goes on", () => {
    expect(words(input({ status: "finished", task: { finishedAt: iso(1260) }, age: 1200 }))).toBe(
      "Ended 21 min ago",
    );
    expect(words(input({ status: "stopped" }))).toBe("Ended");
    const endedDaysAgo = (days: number) =>
      livenessWords(
        livenessOf(input({ status: "finished", task: { finishedAt: iso(days * 86_400) } }), NOW),
        (at) => new Date(at).toISOString().slice(0, 10),
      );
    expect(endedDaysAgo(6.9)).toBe("Ended 6 d ago");
    expect(endedDaysAgo(418)).toBe("Ended 2025-01-07");
  });

  it("says since when the browser is offline", () => {
    expect(words(input({ trouble: trouble("offline", ""), age: 60 }))).toBe(
      "Offline since 11:59, showing what we have",
    );
  });

  it("counts down to the next try when the upstream limits us", () => {
    const limited = input({ trouble: trouble("limited", "Rate limited", 20) });
    expect(words(limited)).toBe("Browser Use Cloud limits us, next try in 20 s");
    expect(words(limited, NOW + 19_500)).toBe("Browser Use Cloud limits us, next try in 1 s");
    expect(words(limited, NOW + 20_000)).toBe("Browser Use Cloud limits us, trying again now");
    expect(words(input({ trouble: trouble("limited", "Rate limited") }))).toBe(
      "Browser Use Cloud limits us, retrying automatically",
    );
  });

  it("names whatever else fails, also for a task that has ended", () => {
    const failing = trouble("failing", "Browser Use Cloud is slow", 2);
    expect(words(input({ status: "finished", trouble: failing }))).toBe(
      "Browser Use Cloud is slow, next try in 2 s",
    );
    expect(words(input({ trouble: trouble("refused", "API key rejected"), age: 60 }))).toBe(
      "API key rejected: not updated since 11:59",
    );
  });

  it("says that it catches up after the page was hidden", () => {
    expect(words(input({ isCatchingUp: true, age: 300, silence: 300 }))).toBe(
      "Not updated while hidden: 5 min old, getting the newest",
    );
  });

  it("always has words without a negative or broken number, whatever the clocks say", () => {
    const statuses: TaskStatus[] = ["created", "running", "paused", "finished", "unknown"];
    fc.assert(
      fc.property(
        fc.constantFrom(...statuses),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (status, silence, age) => {
          expect(words(input({ status, silence, age }))).toMatch(/^[A-Z][^-]*$/);
        },
      ),
    );
  });
});
