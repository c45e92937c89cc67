"use client";

import { Tabs } from "radix-ui";
import { useState, type ReactNode } from "react";
import { LivePanel } from "@/components/live/live-panel";
import { FilesPanel } from "@/components/outputs/files-panel";
import { OutputPanel } from "@/components/outputs/output-panel";
import { StepPanel } from "@/components/timeline/step-panel";
import { StepScreenshot } from "@/components/timeline/step-screenshot";
import { StepTimeline } from "@/components/timeline/step-timeline";
import { useIsDesktop } from "@/lib/client/use-is-desktop";
import { useTaskLocation, type TaskViewName } from "@/lib/client/use-task-location";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { openView } from "./open-view";
import { StageTab } from "./stage-tab";

/** Timeline and stage: side by side where there is room, one at a time where there is not. */
export function TaskStage({ snapshot }: { snapshot: TaskSnapshot }) {
  const { task, steps } = snapshot;
  const location = useTaskLocation();
  const isDesktop = useIsDesktop();
  // Decided once: a run that ends under the reader's eyes does not swap the stage.
  const [firstStatus] = useState(task.status);
  const view = openView({ ...location, firstStatus, isDesktop });
  const fileCount = task.files.length + task.uploads.length;
  const lastStep = steps.findLast((step) => step.hasScreenshot) ?? null;

  return (
    <Tabs.Root
      value={view}
      onValueChange={(name) => {
        location.openView(name as TaskViewName);
      }}
      className="flex min-h-0 grow flex-col lg:grid lg:grid-cols-[26rem_minmax(0,1fr)] lg:grid-rows-[2.5rem_minmax(0,1fr)]"
    >
      <Tabs.List
        aria-label="Task views"
        className="flex h-10 shrink-0 thin-scroll items-stretch gap-1 overflow-x-auto border-b border-line bg-surface px-2 lg:col-start-2 lg:row-start-1"
      >
        <StageTab value="steps" count={steps.length} className="lg:hidden">
          Steps
        </StageTab>
        <StageTab value="live">Live</StageTab>
        <StageTab value="step">Step</StageTab>
        <StageTab value="output">Output</StageTab>
        <StageTab value="files" count={fileCount}>
          Files
        </StageTab>
      </Tabs.List>
      <Tabs.Content
        value="steps"
        forceMount
        tabIndex={-1}
        data-shown={openView({ ...location, firstStatus, isDesktop: false }) === "steps"}
        className="flex min-h-0 grow flex-col border-line bg-surface max-lg:data-[shown=false]:hidden lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:border-r"
      >
        <StepTimeline
          taskId={task.id}
          status={task.status}
          steps={steps}
          selected={location.step}
          onSelect={location.selectStep}
          onFollow={location.follow}
        />
      </Tabs.Content>
      <StagePanel value="live">
        <LivePanel
          task={task}
          lastScreenshot={
            lastStep === null ? null : (
              <StepScreenshot taskId={task.id} step={lastStep.number} hasScreenshot />
            )
          }
        />
      </StagePanel>
      <StagePanel value="step">
        <StepPanel
          taskId={task.id}
          steps={steps}
          selected={location.step}
          onSelect={location.selectStep}
        />
      </StagePanel>
      <StagePanel value="output">
        <OutputPanel task={task} />
      </StagePanel>
      <StagePanel value="files">
        <FilesPanel task={task} />
      </StagePanel>
    </Tabs.Root>
  );
}

function StagePanel({ value, children }: { value: TaskViewName; children: ReactNode }) {
  return (
    <Tabs.Content
      value={value}
      className="min-h-0 grow thin-scroll overflow-y-auto lg:col-start-2 lg:row-start-2"
    >
      {children}
    </Tabs.Content>
  );
}
