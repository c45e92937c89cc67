"use client";

import { useTask, type InitialTask, type TaskView } from "@/lib/client/task/use-task";
import { fetchTask } from "@/lib/client/api/fetch-task";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { CompareForm } from "./compare-form";
import { CompareSkeleton } from "./compare-skeleton";
import { Comparison } from "./comparison";

type Side = { taskId: string; initial: InitialTask };

type ComparePageProps = {
  a: Side;
  b: Side;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
};

/** The page of two runs side by side: the only component here that fetches, each run as its own page does. */
export function ComparePage({ a, b, renderedAt }: ComparePageProps) {
  const viewA = useTask(a.taskId, a.initial, false, fetchTask);
  const viewB = useTask(b.taskId, b.initial, false, fetchTask);
  if (viewA.snapshot !== null && viewB.snapshot !== null) {
    return (
      <Comparison
        a={viewA.snapshot}
        b={viewB.snapshot}
        problems={{ a: viewA.problem, b: viewB.problem }}
        renderedAt={renderedAt}
      />
    );
  }
  const words = [whatFails("A", viewA), whatFails("B", viewB)].filter((text) => text !== "");
  if (words.length === 0) return <CompareSkeleton />;
  return <CompareForm given={{ a: a.taskId, b: b.taskId }} intro={words.join(" ")} />;
}

function whatFails(side: "A" | "B", { snapshot, problem }: TaskView): string {
  if (snapshot !== null || problem === null) return "";
  const next = problem.endsPolling ? "" : " Retrying automatically.";
  return `Run ${side} cannot be shown: ${apiErrorTitle(problem.code)}.${next}`;
}
