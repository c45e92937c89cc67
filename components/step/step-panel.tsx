"use client";

import { clsx } from "clsx";
import { ChevronLeft, ChevronRight, Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import CopyButton from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { useKnownChanges } from "@/lib/client/task/use-known-changes";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { formatDuration } from "@/lib/domain/text/format-duration";
import type { Outcome } from "@/lib/domain/task/outcome";
import type { StepChange } from "@/lib/domain/changes/step-changes";
import { placeAmong } from "@/lib/domain/steps/step-place";
import type { Step } from "@/lib/domain/task/step";
import { ScreenshotViewer, type ScreenshotPair } from "./screenshot-viewer";
import { NotReported } from "./not-reported";
import { StepAddress } from "./step-address";
import { StepGoal, StepTexts } from "./step-texts";

type StepPanelProps = {
  taskId: string;
  steps: readonly Step[];
  /** The number of the step to show; `null` shows the newest. */
  selected: number | null;
  onSelect: (number: number) => void;
  /** More that can be done with the step. */
  tools?: (step: Step) => ReactNode;
};

const OUTCOMES: Record<Outcome, { label: string; tone: Tone } | null> = {
  success: { label: "Succeeded", tone: "success" },
  failure: { label: "Failed", tone: "failure" },
  unknown: null,
};

/** One step on the stage: screenshot, what the agent wanted, did and thought. */
export default function StepPanel({ taskId, steps, selected, onSelect, tools }: StepPanelProps) {
  const { page, own, hasPictures, isRun } = useTaskRoutes(taskId);
  const changes = useKnownChanges(taskId);
  const index =
    selected === null ? steps.length - 1 : steps.findIndex((step) => step.number === selected);
  const step = steps[index];
  if (step === undefined) return <NoSuchStep selected={selected} count={steps.length} />;
  const outcome = OUTCOMES[step.outcome];
  const before = steps.findLast((one, at) => at < index && one.hasScreenshot);
  const change = changes.get(step.number) ?? null;
  return (
    <article
      aria-label={`Step ${String(step.number)}`}
      className="@container flex flex-col gap-3 p-4"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 className="text-sm font-semibold tabular-nums">
          Step {step.number}
          <span className="font-normal text-faint">{placeAmong(step.number, steps)}</span>
        </h2>
        {!step.isReported && <NotReported />}
        {step.durationSeconds !== null && (
          <span className="text-xs text-muted tabular-nums">
            {formatDuration(step.durationSeconds)}
          </span>
        )}
        {outcome !== null && <Badge tone={outcome.tone}>{outcome.label}</Badge>}
        {/* A row of its own where there is little width: what comes to be known of a running step moves nothing. */}
        {tools !== undefined && (
          <span className="flex min-h-8 items-center gap-1 @max-4xl:order-last @max-4xl:-ml-2.5 @max-4xl:basis-full @4xl:ml-auto">
            {tools(step)}
          </span>
        )}
        <span
          className={clsx("ml-auto flex items-center gap-1", tools !== undefined && "@4xl:ml-0")}
        >
          {/* The address of a shared page opens nothing for anybody else. */}
          {own !== null && (
            <CopyButton
              icon={<Link2 aria-hidden="true" />}
              text={() => new URL(page(step.number), window.location.origin).href}
            >
              <span className="max-sm:sr-only">Copy link to this step</span>
            </CopyButton>
          )}
          <StepButton label="Previous step" step={steps[index - 1]} onSelect={onSelect}>
            <ChevronLeft aria-hidden="true" />
          </StepButton>
          <StepButton label="Next step" step={steps[index + 1]} onSelect={onSelect}>
            <ChevronRight aria-hidden="true" />
          </StepButton>
        </span>
      </div>
      <StepGoal taskId={taskId} step={step} />
      <div
        className={clsx(
          "grid gap-x-6 gap-y-4",
          hasPictures && "@4xl:grid-cols-[minmax(0,1.75fr)_minmax(18rem,1fr)]",
        )}
      >
        <div className="min-w-0">
          {(!isRun || step.url.trim() !== "") && <StepAddress taskId={taskId} step={step} />}
          {hasPictures && (
            <ScreenshotViewer
              taskId={taskId}
              step={step}
              before={before ?? null}
              boxes={change?.boxes ?? []}
              pair={change === null ? null : pairOf(change, steps)}
            />
          )}
        </div>
        <StepTexts taskId={taskId} step={step} next={steps[index + 1] ?? null} change={change} />
      </div>
    </article>
  );
}

/** The steps with the pictures before and after a change; `null` once one of them is gone. */
function pairOf(change: StepChange, steps: readonly Step[]): ScreenshotPair | null {
  const before = steps.find(({ number }) => number === change.before);
  const after = steps.find(({ number }) => number === change.after);
  return before === undefined || after === undefined ? null : { before, after };
}

type StepButtonProps = {
  label: string;
  step: Step | undefined;
  onSelect: (number: number) => void;
  children: ReactNode;
};

function StepButton({ label, step, onSelect, children }: StepButtonProps) {
  return (
    <IconButton
      label={label}
      disabled={step === undefined}
      onClick={() => {
        if (step !== undefined) onSelect(step.number);
      }}
    >
      {children}
    </IconButton>
  );
}

function NoSuchStep({ selected, count }: { selected: number | null; count: number }) {
  return (
    <div className="flex h-full min-h-64 flex-col items-center justify-center gap-1 p-8 text-center text-muted">
      <p className="font-medium text-fg">
        {selected === null ? "No step yet" : `There is no step ${String(selected)}`}
      </p>
      <p>
        {count === 0
          ? "The first step appears here as soon as the agent has done it."
          : `This run has ${String(count)} ${count === 1 ? "step" : "steps"} so far. Choose one from the timeline.`}
      </p>
    </div>
  );
}
