"use client";

import { useMemo } from "react";
import type { PollProblem } from "@/lib/client/task/use-task";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { alignRuns, firstDivergence, pendingFrom } from "@/lib/domain/compare/align-runs";
import { isFinal } from "@/lib/domain/task/task-status";
import { AlignedList } from "./aligned-list";
import { FirstDivergence } from "./first-divergence";
import { RunHeads } from "./run-heads";
import { RunSummary } from "./run-summary";

type ComparisonProps = {
  a: TaskSnapshot;
  b: TaskSnapshot;
  problems: { a: PollProblem | null; b: PollProblem | null };
  renderedAt: number;
};

/** Two runs side by side: heads, facts, where they part, and step beside step. */
export function Comparison({ a, b, problems, renderedAt }: ComparisonProps) {
  const rows = useMemo(() => alignRuns(a.steps, b.steps), [a.steps, b.steps]);
  const isOver = { a: isFinal(a.task.status), b: isFinal(b.task.status) };
  const divergence = firstDivergence(rows, isOver);
  return (
    <main id="main" className="mx-auto flex w-full max-w-6xl grow flex-col gap-6 px-4 pt-5 pb-16">
      <RunHeads a={a} b={b} problems={problems} />
      <RunSummary a={a} b={b} renderedAt={renderedAt} />
      <FirstDivergence
        divergence={divergence}
        rows={rows}
        taskIds={{ a: a.task.id, b: b.task.id }}
      />
      <AlignedList
        rows={rows}
        taskIds={{ a: a.task.id, b: b.task.id }}
        pendingFrom={pendingFrom(rows, isOver)}
      />
    </main>
  );
}
