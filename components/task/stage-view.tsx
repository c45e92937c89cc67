"use client";

import { Suspense, useEffect } from "react";
import { lazyOr } from "@/components/ui/lazy-or";
import type { TaskViewName, useTaskLocation } from "@/lib/client/use-task-location";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

// Each view is a script of its own. The server draws the one the page begins with; its script comes after the
// page's own, and those of the others when there is time.
const VIEWS = {
  live: () => import("./live-view"),
  step: () => import("@/components/timeline/step-panel"),
  output: () => import("@/components/outputs/output-panel"),
  files: () => import("@/components/outputs/files-panel"),
  raw: () => import("@/components/outputs/raw-panel"),
};
const LiveView = lazyOr(VIEWS.live, NotLoaded);
const StepPanel = lazyOr(VIEWS.step, NotLoaded);
const OutputPanel = lazyOr(VIEWS.output, NotLoaded);
const FilesPanel = lazyOr(VIEWS.files, NotLoaded);
const RawPanel = lazyOr(VIEWS.raw, NotLoaded);
const WAIT_MS = 2000;

type StageViewProps = {
  view: Exclude<TaskViewName, "steps">;
  snapshot: TaskSnapshot;
  location: ReturnType<typeof useTaskLocation>;
};

/** What the open tab of the stage shows. */
export function StageView(props: StageViewProps) {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [VIEWS.live, VIEWS.step, VIEWS.output, VIEWS.files]) {
        // Asked for again when it is opened.
        load().catch(() => undefined);
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Suspense fallback={<p className="p-4 text-faint">Rendering…</p>}>
      <View {...props} />
    </Suspense>
  );
}

function View({ view, snapshot, location }: StageViewProps) {
  const { task, steps } = snapshot;
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

function NotLoaded() {
  return <p className="p-4 text-muted">This view could not be loaded. Reload the page.</p>;
}
