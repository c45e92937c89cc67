import { clsx } from "clsx";
import { memo } from "react";
import { MarkedText } from "@/components/ui/marked-text";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { describeAction } from "@/lib/domain/steps/describe-action";
import { findRanges } from "@/lib/domain/text/normalize-for-search";
import { formatDuration } from "@/lib/domain/text/format-duration";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { matchSnippet } from "@/lib/domain/steps/match-snippet";
import type { Step } from "@/lib/domain/task/step";
import { headlineOf } from "@/lib/domain/steps/step-headline";
import { stepHost } from "@/lib/domain/steps/step-texts";
import { truncate } from "@/lib/domain/text/truncate";
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
  /** What the reader looks for, normalized; empty for nothing. */
  needle: string;
};

/**
 * One step in the timeline: a link to it; the list opens it in place. Kept as it is while its props are the same:
 * a poll draws only the rows it changes.
 */
export const StepRow = memo(function StepRow(props: StepRowProps) {
  const { taskId, step, isSelected, isBusy, isTabStop, needle } = props;
  const { page, hasPictures, isRun } = useTaskRoutes(taskId);
  const title = rowTitle(step);
  const label = whereOrWhat(step, isRun);
  const inTitle = findRanges(title, needle);
  const inLabel = findRanges(label, needle);
  const isHidden = needle !== "" && inTitle.length === 0 && inLabel.length === 0;
  const snippet = isHidden ? matchSnippet(step, needle) : null;
  return (
    <a
      href={page(step.number)}
      data-step={step.number}
      aria-current={isSelected ? "step" : undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={clsx(
        "group flex min-h-step-row items-center gap-3 border-b border-l-2 border-b-line py-2.5 pr-3 pl-3.5 outline-offset-[-2px]",
        isSelected ? "border-l-accent bg-accent/8" : "border-l-transparent hover:bg-raised",
      )}
    >
      <span className="flex w-9 shrink-0 flex-col items-center gap-1">
        <span className="text-xs leading-none font-medium text-muted tabular-nums">
          <span className="sr-only">Step </span>
          {step.number}
        </span>
        <OutcomeMark outcome={step.outcome} isBusy={isBusy} />
      </span>
      {hasPictures && (
        <StepThumbnail
          taskId={taskId}
          step={step.number}
          hasScreenshot={step.hasScreenshot}
          screenshotKey={step.screenshotKey}
        />
      )}
      <span className="min-w-0 grow">
        {/* A snippet takes the title's second line, so that rows keep their height. */}
        <span
          dir="auto"
          className={clsx(
            "leading-[1.35] foreign-text",
            snippet === null ? "line-clamp-2" : "line-clamp-1",
          )}
        >
          <MarkedText text={title} ranges={inTitle} />
        </span>
        {snippet !== null && (
          <span className="flex gap-1 leading-[1.35] text-muted">
            <span className="shrink-0 text-faint">{snippet.name}:</span>
            <bdi className="min-w-0 truncate">
              <MarkedText text={snippet.text} ranges={snippet.ranges} />
            </bdi>
          </span>
        )}
        <span className="mt-0.5 flex items-baseline justify-between gap-2 text-xs text-faint">
          <bdi className="min-w-0 truncate" title={showHidden(truncate(step.url, 500))}>
            <MarkedText text={label} ranges={inLabel} />
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
});

/** The host the step stood on; where none is recorded, what the agent did there. A run of v4 need not say where. */
function whereOrWhat(step: Step, isRun: boolean): string {
  const [action] = step.actions;
  const isNowhere = step.url.trim() === "";
  if (isNowhere && isRun && action === undefined) return "";
  return isNowhere && action !== undefined ? describeAction(action) : stepHost(step);
}

function rowTitle(step: Step): string {
  const { text } = headlineOf(step);
  return text === "" ? "Nothing recorded" : truncate(text, 300);
}
