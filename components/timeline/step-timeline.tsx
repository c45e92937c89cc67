"use client";

import { clsx } from "clsx";
import { ArrowDown, Radio } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { Step } from "@/lib/domain/step";
import { isFinal, type TaskStatus } from "@/lib/domain/task-status";
import { gapBefore } from "./step-gap";
import { StepRow } from "./step-row";
import { TimelineEmpty } from "./timeline-empty";
import { useFollow } from "./use-follow";

type StepTimelineProps = {
  taskId: string;
  status: TaskStatus;
  steps: readonly Step[];
  /** Steps that were reported; more than `steps` when they were too many to keep. */
  stepCount: number;
  selected: number | null;
  onSelect: (number: number) => void;
  onFollow: () => void;
};

const MOVES: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** The steps of a task in order. Follows the newest while the run goes on, unless the reader looks elsewhere. */
export function StepTimeline(props: StepTimelineProps) {
  const { taskId, status, steps, stepCount, selected, onSelect, onFollow } = props;
  const [wasLive] = useState(() => !isFinal(status));
  const follow = useFollow(steps.length, wasLive, selected !== null);
  const { scrollRef } = follow;

  const isFirst = useRef(true);
  useEffect(() => {
    const row = selected === null ? null : findRow(scrollRef.current, selected);
    // A deep link shows its step with what stands around it; later on the list moves as little as it can.
    row?.scrollIntoView({ block: isFirst.current ? "center" : "nearest" });
    isFirst.current = false;
  }, [selected, scrollRef]);

  const moveFocus = (event: KeyboardEvent<HTMLOListElement>) => {
    const move = MOVES[event.key];
    const focused = document.activeElement?.getAttribute("data-step") ?? null;
    if (move === undefined || focused === null || event.metaKey || event.ctrlKey || event.altKey)
      return;
    event.preventDefault();
    const at = steps.findIndex((step) => String(step.number) === focused);
    const target = steps[move(at, steps.length - 1)];
    if (target === undefined) return;
    onSelect(target.number);
    findRow(event.currentTarget, target.number)?.focus();
  };

  const newest = steps.at(-1)?.number ?? null;
  const tabStop = steps.some((step) => step.number === selected) ? selected : newest;
  return (
    <div className="relative flex min-h-0 grow flex-col">
      <div
        className={clsx(
          "flex h-10 shrink-0 items-center justify-between border-b border-line pr-2 pl-4",
          // On a small screen the tab above says the same.
          isFinal(status) && "max-lg:hidden",
        )}
      >
        <h2 className="text-[0.8125rem] font-semibold">
          Steps <span className="ml-1 font-normal text-faint tabular-nums">{steps.length}</span>
        </h2>
        {!isFinal(status) && steps.length > 0 && (
          <FollowButton
            isFollowing={follow.isFollowing}
            onFollow={() => {
              onFollow();
              follow.resume();
            }}
          />
        )}
      </div>
      <div
        ref={scrollRef}
        onScroll={follow.onScroll}
        className="relative min-h-0 grow thin-scroll overflow-y-auto"
      >
        {steps.length === 0 ? (
          <TimelineEmpty status={status} />
        ) : (
          <ol aria-label="Steps" onKeyDown={moveFocus}>
            {steps.map((step, index) => (
              <li key={step.number} className="border-b border-line lazy-row">
                <GapNote words={gapBefore(steps[index - 1]?.number ?? null, step.number)} />
                <StepRow
                  taskId={taskId}
                  step={step}
                  isSelected={step.number === selected}
                  isBusy={step.number === newest && status === "running"}
                  isTabStop={step.number === tabStop}
                  onSelect={onSelect}
                />
              </li>
            ))}
            {stepCount > steps.length && (
              <li>
                <GapNote words={`${String(stepCount - steps.length)} more steps are not kept`} />
              </li>
            )}
          </ol>
        )}
      </div>
      {follow.newSteps > 0 && (
        <button
          type="button"
          onClick={() => {
            onFollow();
            follow.resume();
          }}
          className="absolute bottom-4 left-1/2 inline-flex h-8 -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent px-3.5 text-xs font-medium whitespace-nowrap text-on-accent shadow-lg"
        >
          <ArrowDown aria-hidden="true" className="size-3.5" />
          {follow.newSteps} new {follow.newSteps === 1 ? "step" : "steps"}
        </button>
      )}
    </div>
  );
}

function GapNote({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <p className="border-b border-dashed border-line px-4 py-1.5 text-center text-xs text-muted">
      {words}
    </p>
  );
}

function FollowButton({ isFollowing, onFollow }: { isFollowing: boolean; onFollow: () => void }) {
  return (
    <Button
      look="quiet"
      aria-pressed={isFollowing}
      className={isFollowing ? "text-active hover:text-active" : ""}
      onClick={onFollow}
    >
      <Radio aria-hidden="true" />
      {isFollowing ? "Following" : "Follow"}
    </Button>
  );
}

function findRow(list: HTMLElement | null, step: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-step="${String(step)}"]`) ?? null;
}
