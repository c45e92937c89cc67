"use client";

import { useNow } from "@/lib/client/clock";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { formatDuration } from "@/lib/domain/format-duration";
import { isFinal } from "@/lib/domain/task-status";

/** How old what the page shows is, while it can still change. */
export function FreshnessLine({
  snapshot,
  renderedAt,
}: {
  snapshot: TaskSnapshot;
  renderedAt: number;
}) {
  const now = useNow(renderedAt);
  // A stale snapshot has a notice of its own, with its age.
  if (isFinal(snapshot.task.status) || snapshot.stale !== null) return null;
  const age = Math.max(0, Math.floor((now - Date.parse(snapshot.fetchedAt)) / 1000));
  return (
    <span className="px-1 text-xs text-faint tabular-nums">
      {age <= 1 ? "Updated just now" : `Updated ${formatDuration(age)} ago`}
    </span>
  );
}
