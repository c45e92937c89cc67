"use client";

import { LivePanel } from "@/components/live/live-panel";
import { StepScreenshot } from "@/components/step/step-screenshot";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

type LiveViewProps = {
  snapshot: TaskSnapshot;
  /** Leads to the output; `null` while there is none. */
  onShowOutput: (() => void) | null;
};

/** The live view of a task, with the last screenshot for when it has ended. */
export default function LiveView({ snapshot: { task, steps }, onShowOutput }: LiveViewProps) {
  const last = steps.findLast((step) => step.hasScreenshot);
  return (
    <LivePanel
      task={task}
      lastScreenshot={
        last === undefined ? null : (
          <StepScreenshot
            key={last.number}
            taskId={task.id}
            step={last.number}
            hasScreenshot
            screenshotKey={last.screenshotKey}
          />
        )
      }
      onShowOutput={onShowOutput}
    />
  );
}
