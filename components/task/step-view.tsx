"use client";

import StepPanel from "@/components/step/step-panel";
import { deferHydration } from "@/components/ui/defer-hydration";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import type { TaskContent } from "@/lib/domain/task/task-content";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";

const StepHandoff = deferHydration(() => import("@/components/handoff/step-handoff"));

type StepViewProps = {
  content: TaskContent;
  suspects: readonly Suspect[];
  /** The number of the selected step; `null` for none. */
  selected: number | null;
  onSelect: (number: number) => void;
};

/** A step on the stage, and the ways to hand it on, which nobody uses before there are scripts. */
export default function StepView({ content, suspects, selected, onSelect }: StepViewProps) {
  const isHydrated = useIsHydrated();
  return (
    <StepPanel
      taskId={content.task.id}
      steps={content.steps}
      selected={selected}
      onSelect={onSelect}
      tools={({ number }) =>
        isHydrated && <StepHandoff content={content} number={number} suspects={suspects} />
      }
    />
  );
}
