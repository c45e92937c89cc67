import type { BoardTile } from "@/lib/client/board/use-board";
import { silenceOf } from "@/lib/domain/freshness/step-pace";
import { isFinal } from "@/lib/domain/task/task-status";

/** That a task needs somebody, as its tile tells it. `since` is ISO 8601. */
export type TileNeed = {
  severity: "now" | "soon" | "look";
  since: string | null;
  title: string;
};

/** What a task of a board needs by `now` (epoch milliseconds, on the server's clock); `null` for nothing. */
export function tileNeed({ entry, pace }: BoardTile, now: number): TileNeed | null {
  if (entry?.ok !== true) return null;
  const { task } = entry;
  if (task.status === "paused") return { severity: "now", since: null, title: "Paused" };
  if (isFinal(task.status)) {
    const isBad = task.status === "failed" || (task.verdict.judge ?? task.verdict.agent) === false;
    return isBad ? { severity: "look", since: task.finishedAt, title: "Failed" } : null;
  }
  const silence = pace === null ? null : silenceOf(task, pace, now);
  if (silence?.level !== "stuck") return null;
  return {
    severity: "soon",
    since: new Date(pace?.lastStepAt ?? now).toISOString(),
    title: "Stuck",
  };
}
