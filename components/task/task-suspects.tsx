"use client";

import { useEffect, useEffectEvent } from "react";
import { SuspectBar } from "@/components/suspects/suspect-bar";
import { SpentLine } from "@/components/suspects/spent-line";
import { SuspectMenu } from "@/components/suspects/suspect-menu";
import { deferHydration } from "@/components/ui/defer-hydration";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import { useKnownChanges } from "@/lib/client/task/use-known-changes";
import { useTaskLocation } from "@/lib/client/task/use-task-location";
import { findSuspects, type Suspect } from "@/lib/domain/suspects/find-suspects";
import type { StepPace } from "@/lib/domain/freshness/step-pace";
import type { TaskContent } from "@/lib/domain/task/task-content";

const FailureHandoff = deferHydration(() => import("@/components/handoff/failure-handoff"));

type TaskSuspectsProps = {
  content: TaskContent;
  pace: StepPace;
  /** When they are looked for, epoch milliseconds. */
  at: number;
  /** Hears of the suspects, for whoever else shows them. */
  onFind: (suspects: readonly Suspect[]) => void;
  /** As a bar in the page, or as a button with a panel over it. */
  as: "bar" | "menu";
};

/** The suspects of a task, where they find room; nothing without any. */
export default function TaskSuspects({ content, pace, at, onFind, as }: TaskSuspectsProps) {
  const location = useTaskLocation();
  const isHydrated = useIsHydrated();
  const suspects = findSuspects(content, at, pace, useKnownChanges(content.task.id));
  const tell = useEffectEvent(() => {
    onFind(suspects);
  });
  const found = JSON.stringify(suspects);
  useEffect(() => {
    tell();
  }, [found]);
  const spent =
    as === "bar" ? <SpentLine content={content} onSelect={location.selectStep} /> : null;
  if (suspects.length === 0) return spent;
  const list = {
    taskId: content.task.id,
    suspects,
    selected: location.step,
    onSelect: location.selectStep,
    onOpenOutput: () => {
      location.openView("output");
    },
    tools: isHydrated
      ? (suspect: Suspect) => <FailureHandoff content={content} suspect={suspect} />
      : undefined,
  };
  // Whoever comes for one step has looked already: for them the bar is one line.
  if (as === "bar") {
    return (
      <>
        <SuspectBar isOpenAtFirst={location.step === null} {...list} />
        {spent}
      </>
    );
  }
  return <SuspectMenu {...list} />;
}
