"use client";

import { useState } from "react";
import { LivePanel } from "@/components/live/live-panel";
import { FilesPanel } from "@/components/outputs/files-panel";
import { OutputPanel } from "@/components/outputs/output-panel";
import { StepPanel } from "@/components/timeline/step-panel";
import { StepScreenshot } from "@/components/timeline/step-screenshot";
import { StepTimeline } from "@/components/timeline/step-timeline";
import { TabList, TabPanel, type Tab } from "@/components/ui/tabs";
import { useIsDesktop } from "@/lib/client/use-is-desktop";
import { useTaskLocation, type TaskViewName } from "@/lib/client/use-task-location";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { openView } from "./open-view";

const ID = "task";

/** Timeline and stage: side by side where there is room, one at a time where there is not. */
export function TaskStage({ snapshot }: { snapshot: TaskSnapshot }) {
  const { task, steps } = snapshot;
  const location = useTaskLocation();
  const isDesktop = useIsDesktop();
  // Decided once: a run that ends under the reader's eyes does not swap the stage.
  const [firstStatus] = useState(task.status);
  const view = openView({ ...location, firstStatus, isDesktop });
  const onSmallScreen = openView({ ...location, firstStatus, isDesktop: false });

  return (
    <div className="flex min-h-0 grow flex-col lg:grid lg:grid-cols-[26rem_minmax(0,1fr)] lg:grid-rows-[2.5rem_minmax(0,1fr)]">
      <TabList
        label="Task views"
        id={ID}
        tabs={tabsOf(snapshot)}
        selected={view}
        onSelect={location.openView}
        className="h-10 shrink-0 thin-scroll overflow-x-auto border-b border-line bg-surface px-2 lg:col-start-2 lg:row-start-1"
      />
      <section
        id={`${ID}-panel-steps`}
        aria-label="Timeline"
        data-shown={onSmallScreen === "steps"}
        className="flex min-h-0 grow flex-col border-line bg-surface max-lg:data-[shown=false]:hidden lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:border-r"
      >
        <StepTimeline
          taskId={task.id}
          status={task.status}
          steps={steps}
          stepCount={task.stepCount}
          selected={location.step}
          onSelect={location.selectStep}
          onFollow={location.follow}
        />
      </section>
      {view !== "steps" && (
        <TabPanel
          key={view}
          id={ID}
          name={view}
          className={`min-h-0 grow thin-scroll overflow-y-auto lg:col-start-2 lg:row-start-2 ${onSmallScreen === "steps" ? "max-lg:hidden" : ""}`}
        >
          <StageView view={view} snapshot={snapshot} location={location} />
        </TabPanel>
      )}
    </div>
  );
}

function tabsOf({ task, steps }: TaskSnapshot): Tab<TaskViewName>[] {
  return [
    { name: "steps", label: "Steps", count: steps.length, className: "lg:hidden" },
    { name: "live", label: "Live" },
    { name: "step", label: "Step" },
    { name: "output", label: "Output" },
    { name: "files", label: "Files", count: task.files.length + task.uploads.length },
  ];
}

type StageViewProps = {
  view: Exclude<TaskViewName, "steps">;
  snapshot: TaskSnapshot;
  location: ReturnType<typeof useTaskLocation>;
};

function StageView({ view, snapshot, location }: StageViewProps) {
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
