"use client";

import { TriangleAlert } from "lucide-react";
import { useNow } from "@/lib/client/api/clock";
import { costPace, costWords } from "@/lib/domain/task/cost-pace";
import type { Task } from "@/lib/domain/task/task";

/** What a task costs a minute changes slowly. */
const STEP_MS = 5000;

type CostTextProps = {
  task: Pick<Task, "status" | "startedAt" | "finishedAt" | "cost">;
  /** From which cost on its operator wants to be warned, in USD; `null` for none. */
  costWarnUsd: string | null;
  renderedAt: number;
};

/** What a task has cost so far, and a warning where that is more than its operator wants. It stops nothing. */
export default function CostText({ task, costWarnUsd, renderedAt }: CostTextProps) {
  const pace = costPace(task, costWarnUsd, useNow(renderedAt, STEP_MS));
  if (pace === null) return null;
  const words = costWords(pace);
  if (pace.over === null) return <span className="tabular-nums">{words}</span>;
  return (
    <span title="Nothing is stopped because of this." className="text-waiting tabular-nums">
      <TriangleAlert aria-hidden="true" className="mr-1 inline size-3 align-[-0.1em]" />
      {words}
    </span>
  );
}
