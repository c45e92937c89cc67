import { StatusBadge } from "@/components/status/status-badge";
import { Badge } from "@/components/ui/badge";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import type { BoardTile } from "@/lib/client/board/use-board";
import type { BoardEntry } from "@/lib/contract/board";
import { taskName } from "@/lib/domain/task/task-name";

/** How a task of a board stands, or that nothing is known of it. */
export function TileStatus({ entry }: { entry: BoardEntry | null }) {
  if (entry?.ok !== true) {
    return <Badge tone="muted">{isWaiting(entry) ? "Loading" : "No data"}</Badge>;
  }
  const { status, rawStatus, verdict, hasAnswer } = entry.task;
  return (
    <StatusBadge status={status} rawStatus={rawStatus} verdict={verdict} hasAnswer={hasAnswer} />
  );
}

/** What a tile is called. */
export function nameOf({ id, entry }: Pick<BoardTile, "id" | "entry">): string {
  return taskName({ id, prompt: entry?.ok === true ? entry.task.prompt : "" });
}

/** What the agent is at, or why there is nothing to say. */
export function goalOf(entry: BoardEntry | null): string {
  if (entry === null) return "";
  if (!entry.ok) {
    return entry.code === null ? "Waiting for an answer." : `${apiErrorTitle(entry.code)}.`;
  }
  const goal = entry.task.lastStep?.headline ?? "";
  if (goal !== "") return goal;
  return entry.task.lastStep === null ? "No step yet." : "No goal recorded.";
}

function isWaiting(entry: BoardEntry | null): boolean {
  return entry === null || (!entry.ok && entry.code === null);
}
