import { retryInSeconds } from "./retry-words";
import { pacedTask, silenceOf, type Silence, type StepPace } from "./step-pace";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { isFinal } from "@/lib/domain/task/task-status";

/** What keeps the page from the newest state. Times are epoch milliseconds on the server's clock. */
export type Trouble = {
  kind: "offline" | "limited" | "failing" | "refused";
  /** What is wrong, in words of ours. */
  title: string;
  /** The next try, as far as somebody knows. */
  retryAt: number | null;
};

/** All that the line about the page's own freshness depends on. */
export type LivenessInput = {
  content: TaskContent;
  pace: StepPace;
  /** When the upstream last confirmed the content. */
  fetchedAt: number;
  trouble: Trouble | null;
  /** The page was hidden and has no answer yet since it is seen again. */
  isCatchingUp: boolean;
};

/** How alive what the page shows is. All spans are whole seconds, all times epoch milliseconds. */
export type Liveness =
  | { kind: "live"; age: number }
  | { kind: "silent"; silence: Silence; age: number }
  | { kind: "waiting"; seconds: number | null; age: number }
  | { kind: "paused"; seconds: number; isAtLeast: boolean; age: number }
  | { kind: "catching-up"; age: number }
  | { kind: "offline"; since: number }
  | { kind: "limited" | "failing"; title: string; age: number; retryIn: number | null }
  | { kind: "refused"; title: string; since: number }
  | { kind: "ended"; seconds: number; at: number }
  | { kind: "ended"; seconds: null };

/** Says how alive the page is, trouble first: old data never passes for new. */
export function livenessOf(input: LivenessInput, now: number): Liveness {
  const { content, pace, fetchedAt, trouble, isCatchingUp } = input;
  const age = secondsBetween(fetchedAt, now);
  if (trouble !== null) return troubled(trouble, fetchedAt, age, now);
  const { status, finishedAt, createdAt } = content.task;
  if (isFinal(status)) return ended(finishedAt, now);
  if (isCatchingUp) return { kind: "catching-up", age };
  if (status === "created") return { kind: "waiting", seconds: spanSince(createdAt, now), age };
  if (status === "paused") {
    const seconds = secondsBetween(pace.statusSeenAt, now);
    return { kind: "paused", seconds, isAtLeast: !pace.isSince, age };
  }
  const silence = silenceOf(pacedTask(content), pace, now);
  if (silence !== null && silence.level !== "usual") return { kind: "silent", silence, age };
  return { kind: "live", age };
}

function ended(finishedAt: string | null, now: number): Liveness {
  const seconds = spanSince(finishedAt, now);
  if (finishedAt === null || seconds === null) return { kind: "ended", seconds: null };
  return { kind: "ended", seconds, at: Date.parse(finishedAt) };
}

function troubled(trouble: Trouble, since: number, age: number, now: number): Liveness {
  const { kind, title, retryAt } = trouble;
  if (kind === "offline") return { kind, since };
  if (kind === "refused") return { kind, title, since };
  return { kind, title, age, retryIn: retryInSeconds(retryAt, now) };
}

function spanSince(iso: string | null, now: number): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isFinite(time) ? secondsBetween(time, now) : null;
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 1000));
}
