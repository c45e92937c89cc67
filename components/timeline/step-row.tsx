import { clsx } from "clsx";
import { pageRoutes } from "@/lib/contract/routes";
import { describeAction } from "@/lib/domain/describe-action";
import { formatDuration } from "@/lib/domain/format-duration";
import { toPageAddress } from "@/lib/domain/page-address";
import type { Step } from "@/lib/domain/step";
import { OutcomeMark } from "./outcome-mark";
import { StepThumbnail } from "./step-thumbnail";

type StepRowProps = {
  taskId: string;
  step: Step;
  isSelected: boolean;
  /** The agent is still at it. */
  isBusy: boolean;
  /** One row of the list takes the tab key; arrows reach the others. */
  isTabStop: boolean;
  onSelect: (number: number) => void;
};

/** One step in the timeline: a link to it, that opens it in place. */
export function StepRow({ taskId, step, isSelected, isBusy, isTabStop, onSelect }: StepRowProps) {
  const label = whereOrWhat(step);
  return (
    <a
      href={pageRoutes.task(taskId, step.number)}
      data-step={step.number}
      aria-current={isSelected ? "step" : undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onSelect(step.number);
      }}
      className={clsx(
        "group flex items-center gap-3 border-l-2 py-2.5 pr-3 pl-3.5 outline-offset-[-2px]",
        isSelected ? "border-accent bg-accent/8" : "border-transparent hover:bg-raised",
      )}
    >
      <span className="flex w-9 shrink-0 flex-col items-center gap-1">
        <span className="text-xs leading-none font-medium text-muted tabular-nums">
          <span className="sr-only">Step </span>
          {step.number}
        </span>
        <OutcomeMark outcome={step.outcome} isBusy={isBusy} />
      </span>
      <StepThumbnail
        taskId={taskId}
        step={step.number}
        hasScreenshot={step.hasScreenshot}
        screenshotKey={step.screenshotKey}
      />
      <span className="min-w-0 grow">
        <span dir="auto" className="line-clamp-2 leading-[1.35] foreign-text">
          {rowTitle(step)}
        </span>
        <span className="mt-0.5 flex items-baseline justify-between gap-2 text-xs text-faint">
          <bdi className="min-w-0 truncate" title={step.url.slice(0, 500)}>
            {label}
          </bdi>
          {!step.isReported && (
            <span className="shrink-0 font-medium text-waiting">No longer reported</span>
          )}
          {step.durationSeconds !== null && (
            <span className="shrink-0 tabular-nums">{formatDuration(step.durationSeconds)}</span>
          )}
        </span>
      </span>
    </a>
  );
}

/** The host the step stood on; where none is recorded, what the agent did there. */
function whereOrWhat(step: Step): string {
  const [action] = step.actions;
  const isNowhere = step.url.trim() === "";
  return isNowhere && action !== undefined ? describeAction(action) : toPageAddress(step.url).label;
}

function rowTitle(step: Step): string {
  const goal = step.nextGoal.trim();
  if (goal !== "") return goal.slice(0, 300);
  const [action] = step.actions;
  return action === undefined ? "No goal and no action recorded" : describeAction(action);
}
