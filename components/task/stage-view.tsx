"use client";

import dynamic from "next/dynamic";
import { LivePanel } from "@/components/live/live-panel";
import { FilesPanel } from "@/components/outputs/files-panel";
import { OutputPanel } from "@/components/outputs/output-panel";
import { StepScreenshot } from "@/components/timeline/step-screenshot";
import type { TaskViewName, useTaskLocation } from "@/lib/client/use-task-location";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

// Each view is a script of its own, there when the view is: the page begins with one of them.
const StepPanel = dynamic(() => import("@/components/timeline/step-panel"));
const RawPanel = dynamic(() => import("@/components/outputs/raw-panel"), {
  loading: () => <p className="p-4 text-faint">Rendering…</p>,
});

type StageViewProps = {
  view: Exclude<TaskViewName, "steps">;
  snapshot: TaskSnapshot;
  location: ReturnType<typeof useTaskLocation>;
};

/** What the open tab of the stage shows. */
export function StageView({ view, snapshot, location }: StageViewProps) {
  const { task, steps } = snapshot;
  switch (view) {
    case "live":
      return (
        <LivePanel
          task={task}
          lastScreenshot={lastScreenshot(snapshot)}
          onShowOutput={
            task.output === null
              ? null
              : () => {
                  location.openView("output");
                }
          }
        />
      );
    case "step":
      return (
        <StepPanel
          taskId={task.id}
          steps={steps}
          selected={location.step}
          onSelect={location.selectStep}
        />
      );
    case "output":
      return <OutputPanel task={task} />;
    case "files":
      return <FilesPanel task={task} />;
    case "raw":
      return <RawPanel snapshot={snapshot} selected={location.step} />;
  }
}

function lastScreenshot({ task, steps }: TaskSnapshot) {
  const last = steps.findLast((step) => step.hasScreenshot);
  if (last === undefined) return null;
  return (
    <StepScreenshot
      key={last.number}
      taskId={task.id}
      step={last.number}
      hasScreenshot
      screenshotKey={last.screenshotKey}
    />
  );
}
