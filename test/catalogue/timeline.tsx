import type { ComponentProps } from "react";
import { NoMatch } from "@/components/timeline/no-match";
import { StepTimeline } from "@/components/timeline/step-timeline";
import TimelineEmpty from "@/components/timeline/timeline-empty";
import type { ControlNote } from "@/lib/domain/task/control-note";
import type { Step } from "@/lib/domain/task/step";
import { isTaskStatus, TASK_STATUSES } from "@/lib/domain/task/task-status";
import { testContent } from "@/test/factories/content";
import { NOW } from "@/test/factories/run";
import { shopRun, shopStep } from "@/test/factories/shop-run";
import { ENDLESS, HOSTILE, HOSTILE_ADDRESS } from "./hostile";
import { nothing, type Panel } from "./panel";

export const TIMELINE: Panel = {
  id: "timeline",
  title: "Timeline",
  width: 25,
  height: 30,
  isColumn: true,
  states: {
    running: timeline({ status: "running", steps: shopRun({}, 4).steps }),
    "over, with a step open": timeline({ selected: 3 }),
    "a gap, and steps that are told of no more": timeline({
      steps: told([
        shopStep(1),
        shopStep(2, { isReported: false }),
        shopStep(6),
        shopStep(7, { hasScreenshot: false }),
        shopStep(8, { screenshotKey: "broken" }),
      ]),
    }),
    "more steps than are kept": timeline({ stepCount: 5006, steps: shopRun({}, 3).steps }),
    "somebody took control, and stopped it": timeline({
      steps: shopRun({}, 4).steps,
      notes: [note("a", "take-control", 2, "ann@example.com"), note("b", "stop", 4, null)],
    }),
    "a hostile name": timeline({
      steps: shopRun({}, 2).steps,
      notes: [note("a", "message", 1, HOSTILE), note("b", "message", 1, ENDLESS)],
    }),
    "300 steps": timeline({ steps: shopRun({}, 300).steps, selected: 150 }),
    "nothing recorded": timeline({ steps: told([{}, {}]) }),
    hostile: timeline({
      steps: told([
        { nextGoal: HOSTILE, url: HOSTILE_ADDRESS },
        { nextGoal: ENDLESS, url: `https://${ENDLESS}/` },
        { memory: HOSTILE, url: "javascript:window.pwned=1" },
      ]),
    }),
    "no step matches": <NoMatch onClear={nothing} />,
  },
};

export const EMPTY_TIMELINES: Panel = {
  id: "empty-timelines",
  title: "Timeline without a step",
  width: 18,
  states: Object.fromEntries(
    Object.keys(TASK_STATUSES)
      .filter(isTaskStatus)
      .map((status) => [status, <TimelineEmpty key={status} status={status} />]),
  ),
};

function note(
  id: string,
  action: ControlNote["action"],
  afterStep: number,
  who: string | null,
): ControlNote {
  return { id, at: new Date(NOW).toISOString(), action, who, afterStep, isSure: true };
}

function told(steps: readonly Partial<Step>[]): readonly Step[] {
  return testContent({ steps }).steps;
}

function timeline(props: Partial<ComponentProps<typeof StepTimeline>>) {
  const { steps = shopRun().steps } = props;
  return (
    <StepTimeline
      taskId=""
      status="finished"
      stepCount={steps.length}
      selected={null}
      onSelect={nothing}
      onFollow={nothing}
      {...props}
      steps={steps}
    />
  );
}
