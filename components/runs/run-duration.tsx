"use client";

import { serverNow, useNow } from "@/lib/client/api/clock";
import type { TaskListEntry } from "@/lib/contract/task-list";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { isFinal } from "@/lib/domain/task/task-status";
import { formatDuration } from "@/lib/domain/text/format-duration";

type Timed = Pick<TaskListEntry, "status" | "startedAt" | "finishedAt">;

/** How long a run took, or has been going on; nothing where nobody says. */
export function RunDuration({ run }: { run: Timed }) {
  return isFinal(run.status) ? <>{inWords(run, 0)}</> : <TickingDuration run={run} />;
}

function TickingDuration({ run }: { run: Timed }) {
  const now = useNow(serverNow());
  return <>{inWords(run, now)}</>;
}

function inWords(run: Timed, now: number): string {
  const seconds = elapsedSeconds(run, now);
  return seconds === null ? "" : formatDuration(Math.floor(seconds));
}
