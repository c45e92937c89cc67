"use client";

import { useEffect } from "react";
import { deferHydration } from "@/components/ui/defer-hydration";
import type { useTaskLocation } from "@/lib/client/task/use-task-location";
import type { TaskViewName } from "@/lib/domain/task/task-views";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

// Each view is a script of its own: that of the one the page begins with comes after the page's own, those of the
// others when there is time, and that of the raw data when it is asked for.
const LiveView = deferHydration(() => import("./live-view"));
const StepView = deferHydration(() => import("./step-view"));
const OutputView = deferHydration(() => import("./output-view"));
const FilesView = deferHydration(() => import("./files-view"));
const RawPanel = deferHydration(() => import("@/components/outputs/raw-panel"));
const SOON: Partial<Record<TaskViewName, { load: () => Promise<void> }>> = {
  live: LiveView,
  step: StepView,
  output: OutputView,
  files: FilesView,
};
const SOON_MS = 1000;

type StageViewProps = {
  view: Exclude<TaskViewName, "steps">;
  /** Those that may be opened. */
  views: readonly TaskViewName[];
  snapshot: TaskSnapshot;
  suspects: readonly Suspect[];
  location: ReturnType<typeof useTaskLocation>;
};

/** What the open tab of the stage shows. */
export function StageView({ view, views, snapshot, suspects, location }: StageViewProps) {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const name of views) {
        const next = name === view ? undefined : SOON[name];
        // Where that fails, it is asked for again when it is opened.
        next?.load().catch(() => undefined);
      }
    }, SOON_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [view, views]);
  const { task } = snapshot;
  switch (view) {
    case "live":
      return (
        <LiveView
          snapshot={snapshot}
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
        <StepView
          content={snapshot}
          suspects={suspects}
          selected={location.step}
          onSelect={location.selectStep}
        />
      );
    case "output":
      return <OutputView content={snapshot} suspects={suspects} onSelect={location.selectStep} />;
    case "files":
      return <FilesView task={task} />;
    case "raw":
      return <RawPanel snapshot={snapshot} selected={location.step} />;
  }
}
