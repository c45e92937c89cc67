"use client";

import { useDeferredValue, useMemo, useRef, useState } from "react";
import { deferHydration } from "@/components/ui/defer-hydration";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";
import { useStepFilter } from "@/lib/client/task/use-step-filter";
import {
  findSteps,
  findStepsOnce,
  isFiltering,
  nextFound,
  toNeedle,
} from "@/lib/domain/steps/find-steps";
import type { ControlNote } from "@/lib/domain/task/control-note";
import type { Step } from "@/lib/domain/task/step";
import { stepHosts } from "@/lib/domain/steps/step-hosts";
import { areShort } from "@/lib/domain/steps/step-texts";
import { isFinal, type TaskStatus } from "@/lib/domain/task/task-status";
import { ControlBands } from "./control-bands";
import { GapNote } from "./gap-note";
import { NewStepsButton } from "./new-steps-button";
import { NoMatch } from "./no-match";
import { StepList } from "./step-list";
import { TimelineHeader } from "./timeline-header";
import { useFindKeys } from "./use-find-keys";
import { useFollow } from "./use-follow";
import { useListKeys } from "./use-list-keys";
import { useReveal } from "./use-reveal";

type StepTimelineProps = {
  taskId: string;
  status: TaskStatus;
  steps: readonly Step[];
  /** Steps that were reported; more than `steps` when they were too many to keep. */
  stepCount: number;
  /** What people did to the run, as far as that is told. */
  notes?: readonly ControlNote[] | undefined;
  selected: number | null;
  onSelect: (number: number) => void;
  onFollow: () => void;
};

const NO_NOTES: readonly ControlNote[] = [];

const FindBar = deferHydration(() => import("./find-bar"));
const TimelineEmpty = deferHydration(() => import("./timeline-empty"));

/** What the server searches, in characters: while it renders, nobody else is answered. */
const MOST_ON_SERVER = 256 * 1024;
/** Runs with more steps than this have only those in sight on the page. */
const LONG = 150;

/** The steps of a task in order. Follows the newest while the run goes on, unless the reader looks elsewhere. */
export function StepTimeline(props: StepTimelineProps) {
  const {
    taskId,
    status,
    steps,
    stepCount,
    notes = NO_NOTES,
    selected,
    onSelect,
    onFollow,
  } = props;
  const { filter, setQuery, setOutcome, setHost, clear } = useStepFilter();
  const isHydrated = useIsHydrated();
  const isSearched = isHydrated || areShort(steps, MOST_ON_SERVER);
  // Typing never waits for the list.
  const query = useDeferredValue(isSearched ? filter.query : "");
  const { outcome, host } = filter;
  const shownFilter = useMemo(() => ({ query, outcome, host }), [query, outcome, host]);
  // By hand: what goes into hooks the compiler does not keep, and a long run is not searched again at each key.
  const rows = useMemo(
    // The server has many tasks to keep, and searches each seldom.
    () => (isHydrated ? findSteps : findStepsOnce)(steps, shownFilter),
    [steps, shownFilter, isHydrated],
  );
  const isFiltered = isFiltering(shownFilter);
  const hosts = useMemo(() => stepHosts(steps), [steps]);

  const [wasLive] = useState(() => !isFinal(status));
  const follow = useFollow({ steps, rows, canFollow: wasLive, hasSelection: selected !== null });
  const { scrollRef } = follow;
  const resume = () => {
    onFollow();
    follow.resume();
  };
  const isLive = !isFinal(status);
  const toggleFollow = follow.isFollowing ? follow.pause : resume;
  useShortcuts(isLive ? { f: toggleFollow } : {});
  const { focused, listProps } = useListKeys(rows, onSelect);
  useReveal(scrollRef, selected, JSON.stringify(shownFilter));

  const at = rows.findIndex((step) => step.number === selected);
  const newest = rows.at(-1)?.number ?? null;
  const isLong = steps.length > LONG;
  const box = useRef<HTMLDivElement>(null);
  // The browser's own search would miss what of a long list is not on the page.
  const isInsteadOfBrowser = useFindKeys(box, isLong);
  return (
    <div ref={box} className="relative flex min-h-0 grow flex-col">
      <TimelineHeader
        count={steps.length}
        isLive={isLive}
        isFollowing={follow.isFollowing}
        onToggleFollow={toggleFollow}
      />
      {steps.length > 0 && (
        <FindBar
          taskId={taskId}
          filter={filter}
          hosts={hosts}
          matches={isFiltered ? { at: at < 0 ? null : at + 1, count: rows.length } : null}
          onQuery={setQuery}
          onOutcome={setOutcome}
          onHost={setHost}
          onClear={clear}
          onGo={(direction) => {
            const number = nextFound(findSteps(steps, filter), selected, direction);
            if (number !== null && isFiltering(filter)) onSelect(number);
          }}
        />
      )}
      <p role="status" className="border-b border-line px-4 py-1.5 text-xs text-muted empty:hidden">
        {!isSearched &&
          filter.query !== "" &&
          "All steps are shown: this run is searched only once the page's script has loaded."}
        {isInsteadOfBrowser &&
          `This searches all ${String(steps.length)} steps. Press Ctrl F again for the browser's own search, which finds only what is on the screen.`}
      </p>
      <p role="status" className="sr-only">
        {isFiltered ? `${String(rows.length)} of ${String(steps.length)} steps match` : ""}
      </p>
      <div
        ref={scrollRef}
        onScroll={follow.onScroll}
        className="relative min-h-0 grow thin-scroll overflow-y-auto"
      >
        <div {...listProps} className={rows.length === 0 ? "h-full" : undefined}>
          {steps.length === 0 ? (
            <TimelineEmpty status={status} />
          ) : rows.length === 0 ? (
            <NoMatch onClear={clear} />
          ) : (
            <StepList
              list={{
                taskId,
                rows,
                selected,
                busy: status === "running" ? (steps.at(-1)?.number ?? null) : null,
                tabStop: at < 0 ? newest : selected,
                needle: toNeedle(query),
                isFiltered,
                notes,
              }}
              isLong={isLong}
              isFollowing={follow.isFollowing}
              focused={focused}
              scrollRef={scrollRef}
            />
          )}
          {!isFiltered && <ControlBands notes={notes} after={newest} before={null} />}
          {stepCount > steps.length && !isFiltered && (
            <GapNote words={`${String(stepCount - steps.length)} more steps are not kept`} />
          )}
        </div>
      </div>
      <NewStepsButton count={follow.newSteps} onClick={resume} />
    </div>
  );
}
