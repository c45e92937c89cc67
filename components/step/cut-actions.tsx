"use client";

import { CutNote } from "@/components/ui/cut-note";
import { fetchStep } from "@/lib/client/api/fetch-full-texts";
import { useFullText } from "@/lib/client/task/use-full-text";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { Step } from "@/lib/domain/task/step";
import { StepActions } from "./step-actions";

type CutActionsProps = { taskId: string; step: Step; size: number };

/** Actions of which at least one was cut for its size, with the rest one button away. */
export default function CutActions({ taskId, step, size }: CutActionsProps) {
  const path = useTaskRoutes(taskId).step(step.number);
  const { full, show } = useFullText((signal) => fetchStep(path, signal));
  return (
    <div className="flex flex-col gap-1.5">
      <StepActions actions={full.state === "full" ? full.value.actions : step.actions} />
      <CutNote
        shown="First 64 KB of each action,"
        size={size}
        full={full}
        onShow={show}
        href={path}
      />
    </div>
  );
}
