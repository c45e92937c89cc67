import type { BoardEntry } from "@/lib/contract/board";
import { formatDuration } from "@/lib/domain/text/format-duration";
import { silenceOf, type StepPace } from "@/lib/domain/freshness/step-pace";
import { isFinal } from "@/lib/domain/task/task-status";

type GoodEntry = Extract<BoardEntry, { ok: true }>;

/** A sentence about how alive a task is, and whether it deserves a look. */
export type Liveness = { words: string; isWorrying: boolean };

/** How alive a task is by `now` (epoch milliseconds, on the server's clock). */
export function livenessWords(entry: GoodEntry, pace: StepPace | null, now: number): Liveness {
  const { task, stale, fetchedAt } = entry;
  if (stale !== null) {
    return {
      words: `Last updated ${formatDuration(secondsSince(stale.since, now))} ago`,
      isWorrying: true,
    };
  }
  if (isFinal(task.status)) return verdictWords(entry);
  if (task.status === "created") return { words: "Not started yet", isWorrying: false };
  if (task.status === "paused") return { words: "Can be resumed", isWorrying: false };
  const silence = pace === null ? null : silenceOf(task, pace, now);
  if (silence !== null && silence.level !== "usual") {
    const quiet = formatDuration(Math.floor(silence.seconds));
    return { words: `No new step for ${quiet}`, isWorrying: true };
  }
  const age = secondsSince(fetchedAt, now);
  const words = age <= 1 ? "Updated just now" : `Updated ${formatDuration(age)} ago`;
  return { words, isWorrying: false };
}

/** The judge's word counts more than the agent's own. */
function verdictWords({ task }: GoodEntry): Liveness {
  const { judge, agent } = task.verdict;
  if (judge !== null) {
    return { words: `Judge says ${judge ? "success" : "failure"}`, isWorrying: !judge };
  }
  if (agent === null) return { words: "No verdict", isWorrying: false };
  return { words: `Agent says ${agent ? "success" : "failure"}`, isWorrying: !agent };
}

function secondsSince(iso: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / 1000));
}
