"use client";

import { lazy, Suspense, useState } from "react";
import { PlayerFrame } from "@/components/player/player-frame";
import { StepTimeline } from "@/components/timeline/step-timeline";
import { deferHydration } from "@/components/ui/defer-hydration";
import { TabPanel } from "@/components/ui/tab-panel";
import { useIsDesktop } from "@/lib/client/browser/use-is-desktop";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import { TaskRoutesContext, useTaskRoutes } from "@/lib/client/url/task-routes";
import { useTaskLocation } from "@/lib/client/task/use-task-location";
import type { ControlNote } from "@/lib/domain/task/control-note";
import { TASK_VIEWS, type TaskViewName } from "@/lib/domain/task/task-views";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import { mayHavePictures } from "@/lib/domain/task/may-have-pictures";
import { openView } from "./open-view";
import { StageView } from "./stage-view";

const StepNavigation = lazy(() => import("./step-navigation"));
const TaskTabs = deferHydration(() => import("./task-tabs"));
const Split = deferHydration(() => import("@/components/ui/split"));

const ID = "task";
const TIMELINE = { initial: 416, min: 280, max: 720 };

type TaskStageProps = {
  snapshot: TaskSnapshot;
  /** Where the run may have gone wrong. */
  suspects: readonly Suspect[];
  /** What people did to the run; absent where that is not told. */
  notes?: readonly ControlNote[];
  /** What the page may show; all of it unless said otherwise. */
  views?: readonly TaskViewName[];
};

/**
 * Timeline and stage, and the player below: side by side where there is room, one at a time where there is
 * not. The width of the timeline is the reader's.
 */
export function TaskStage(props: TaskStageProps) {
  const { snapshot, suspects, notes, views = TASK_VIEWS } = props;
  const { task, steps } = snapshot;
  const location = useTaskLocation();
  const isDesktop = useIsDesktop();
  const isHydrated = useIsHydrated();
  // Decided once: a run that ends under the reader's eyes does not swap the stage.
  const [firstStatus] = useState(task.status);
  const view = openView({ ...location, firstStatus, isDesktop, views });
  const onSmallScreen = openView({ ...location, firstStatus, isDesktop: false, views });
  const routes = useTaskRoutes(task.id);
  const isRun = task.run !== undefined;
  const hasPictures = routes.hasPictures && mayHavePictures(snapshot);
  // A film without pictures is none; the keys stay.
  const aroundPlayer = !hasPictures ? "hidden" : onSmallScreen === "step" ? "" : "max-lg:hidden";
  const frame = (
    <div className={aroundPlayer}>
      <PlayerFrame />
    </div>
  );

  return (
    <TaskRoutesContext value={{ ...routes, hasPictures, isRun }}>
      <div className="relative flex min-h-0 grow flex-col lg:grid lg:grid-cols-[clamp(17.5rem,var(--timeline-width,26rem),60vw)_0_minmax(0,1fr)] lg:grid-rows-[2.5rem_minmax(0,1fr)]">
        <TaskTabs
          id={ID}
          snapshot={snapshot}
          views={views}
          selected={view}
          onSelect={location.openView}
        />
        <section
          id={`${ID}-panel-steps`}
          aria-label="Timeline"
          data-shown={onSmallScreen === "steps"}
          className="flex min-h-0 min-w-0 grow flex-col bg-surface max-lg:data-[shown=false]:hidden lg:col-start-1 lg:row-span-2 lg:row-start-1"
        >
          <StepTimeline
            taskId={task.id}
            status={task.status}
            steps={steps}
            stepCount={task.stepCount}
            notes={notes}
            selected={location.step}
            onSelect={location.selectStep}
            onFollow={location.follow}
          />
        </section>
        <Split
          part="timeline-width"
          label="Width of the timeline"
          controls={`${ID}-panel-steps`}
          {...TIMELINE}
          className="max-lg:hidden lg:col-start-2 lg:row-span-2 lg:row-start-1"
        />
        {view !== "steps" && (
          <TabPanel
            key={view}
            id={ID}
            name={view}
            className={`min-h-0 grow thin-scroll overflow-y-auto lg:col-start-3 lg:row-start-2 ${onSmallScreen === "steps" ? "max-lg:hidden" : ""}`}
          >
            <StageView
              view={view}
              views={views}
              snapshot={snapshot}
              suspects={suspects}
              location={location}
            />
          </TabPanel>
        )}
      </div>
      <Suspense fallback={frame}>
        {isHydrated ? (
          <StepNavigation
            snapshot={snapshot}
            location={location}
            suspects={suspects}
            className={aroundPlayer}
          />
        ) : (
          frame
        )}
      </Suspense>
    </TaskRoutesContext>
  );
}
