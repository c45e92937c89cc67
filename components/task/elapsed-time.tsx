"use client";

import { useNow } from "@/lib/client/api/clock";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { formatDuration } from "@/lib/domain/text/format-duration";
import type { Task } from "@/lib/domain/task/task";

type ElapsedTimeProps = {
  task: Pick<Task, "status" | "startedAt" | "finishedAt">;
  renderedAt: number;
};

/** How long the task has run, or ran. Ticks from the shared clock while it runs. */
export function ElapsedTime({ task, renderedAt }: ElapsedTimeProps) {
  const seconds = elapsedSeconds(task, useNow(renderedAt));
  return (
    <span className="tabular-nums">
      {seconds === null ? "–" : formatDuration(Math.floor(seconds))}
    </span>
  );
}
