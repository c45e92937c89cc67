"use client";

import { useTaskLocation } from "@/lib/client/use-task-location";
import { SuspectBar } from "@/components/suspects/suspect-bar";
import { SuspectMenu } from "@/components/suspects/suspect-menu";
import type { Suspect } from "@/lib/domain/find-suspects";

type TaskSuspectsProps = {
  taskId: string;
  suspects: readonly Suspect[];
  /** As a bar in the page, or as a button with a panel over it. */
  as: "bar" | "menu";
};

/** The suspects of a task, where they find room; nothing without any. */
export function TaskSuspects({ taskId, suspects, as }: TaskSuspectsProps) {
  const location = useTaskLocation();
  if (suspects.length === 0) return null;
  const list = {
    taskId,
    suspects,
    selected: location.step,
    onSelect: location.selectStep,
    onOpenOutput: () => {
      location.openView("output");
    },
  };
  // Whoever comes for one step has looked already: for them the bar is one line.
  if (as === "bar") return <SuspectBar isOpenAtFirst={location.step === null} {...list} />;
  return <SuspectMenu {...list} />;
}
