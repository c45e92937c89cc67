import type { BoardTile } from "@/lib/client/board/use-board";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { isFinal } from "@/lib/domain/task/task-status";
import { formatCost } from "@/lib/domain/text/format-cost";
import { formatDuration } from "@/lib/domain/text/format-duration";
import { sumCosts } from "@/lib/domain/text/sum-costs";

/** How many tasks a board has, and how they stand. */
export function boardCounts(tiles: readonly BoardTile[], needCount: number): string {
  if (tiles.length === 0) return "";
  const known = tiles.flatMap(({ entry }) => (entry?.ok === true ? [entry.task.status] : []));
  const over = known.filter(isFinal).length;
  const parts = [
    countOf(tiles.length),
    ...(needCount > 0 ? [`${String(needCount)} ${needCount === 1 ? "needs" : "need"} you`] : []),
    ...(known.length > over ? [`${String(known.length - over)} under way`] : []),
    ...(over > 0 ? [`${String(over)} ended`] : []),
  ];
  return parts.join(" · ");
}

/** What the tasks of a board cost, and how long they ran by `now`, together; empty where nobody said either. */
export function boardTotals(tiles: readonly BoardTile[], now: number): string {
  const tasks = tiles.map(({ entry }) => (entry?.ok === true ? entry.task : null));
  const times = tasks.flatMap((task) => (task === null ? [] : (elapsedSeconds(task, now) ?? [])));
  const seconds = times.reduce((sum, time) => sum + Math.floor(time), 0);
  return [
    costWords(tasks.map((task) => task?.cost ?? null)),
    times.length > 0 ? `${formatDuration(seconds)} in all` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** What is not known is said, as it may be the most of it. */
function costWords(costs: readonly (string | null)[]): string {
  const { sum, known, unknown } = sumCosts(costs);
  if (sum === null) return "";
  return unknown === 0
    ? formatCost(sum)
    : `${formatCost(sum)} of ${countOf(known)}, ${String(unknown)} unknown`;
}

function countOf(tasks: number): string {
  return `${String(tasks)} ${tasks === 1 ? "task" : "tasks"}`;
}
