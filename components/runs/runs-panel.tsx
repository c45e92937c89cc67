"use client";

import { useRef, type ReactNode } from "react";
import type { WindowVirtualizerHandle } from "virtua";
import { useNeedsTab } from "@/components/status/use-needs-tab";
import { Button } from "@/components/ui/button";
import { apiErrorWords } from "@/lib/client/api/api-error-words";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import type { ApiErrorCode } from "@/lib/client/api/api-error";
import { serverNow, useNow } from "@/lib/client/api/clock";
import { useBoard } from "@/lib/client/board/use-board";
import { findRuns } from "@/lib/client/runs/find-runs";
import { isFilteringRuns, parseRunFilter } from "@/lib/client/runs/run-filter";
import { waitingCount, withSeen } from "@/lib/client/needs/seen-needs";
import { useSeenNeeds } from "@/lib/client/needs/use-seen-needs";
import { byNeed, needOfRun } from "@/lib/client/runs/run-need";
import { completeRuns } from "@/lib/client/runs/run-list";
import { useRuns } from "@/lib/client/runs/use-runs";
import { watchedRun } from "@/lib/client/runs/watched-run";
import { useUrlSearch } from "@/lib/client/url/url-search";
import { MOST_ON_BOARD } from "@/lib/contract/board";
import { MOST_SEEN_TASKS } from "@/lib/contract/seen-needs";
import { isFinal } from "@/lib/domain/task/task-status";
import { clearRunFilter, RunFilters } from "./run-filters";
import { RunRows } from "./run-rows";
import { RunsEnd } from "./runs-end";
import { SelectionBar } from "./selection-bar";
import { useRunKeys } from "./use-run-keys";
import { useRunSelection } from "./use-run-selection";
import { useRunsOnScreen } from "./use-runs-on-screen";

const NEEDS_EVERY_MS = 10_000;

/** The account's runs, newest first. Those that go on are watched while they are on the screen. */
export default function RunsPanel({ whenNone }: { whenNone: ReactNode }) {
  const search = useUrlSearch();
  const filter = parseRunFilter(search);
  const isByNeed = search.get("sort") === "need";
  const view = useRuns(filter);
  const { list, problem } = view;
  const selection = useRunSelection();
  const { ids: onScreenIds, onScreen } = useRunsOnScreen();
  const listRef = useRef<HTMLDivElement>(null);
  const virtual = useRef<WindowVirtualizerHandle>(null);
  const queryRef = useRef<HTMLInputElement>(null);

  const read = list === null ? [] : completeRuns(list);
  const going = read.filter(({ id, status }) => !isFinal(status) && onScreenIds.has(id));
  const watchedIds = going.slice(0, MOST_ON_BOARD).map(({ id }) => id);
  const { tiles } = useBoard(watchedIds, null);
  const watched = new Map(tiles.map((tile) => [tile.id, tile]));
  // Needs change by the minute: the list is not drawn anew for each second.
  const now = useNow(serverNow(), NEEDS_EVERY_MS);
  const busySessions = new Set(
    read.flatMap(({ status, sessionId }) => (isFinal(status) ? [] : sessionId)),
  );
  const all = read.map((listed) => {
    const { entry = null, pace = null } = watched.get(listed.id) ?? {};
    const run = watchedRun(listed, entry);
    return { id: run.id, run, need: needOfRun(run, pace, busySessions, now) };
  });
  // Of all, and not of what a filter leaves: a letter typed asks for nothing.
  const needing = all.filter(({ need }) => need !== null).slice(0, MOST_SEEN_TASKS);
  const { marks } = useSeenNeeds(needing.map(({ id }) => id));
  const found = new Set(
    findRuns(
      all.map(({ run }) => run),
      filter,
    ),
  );
  const ranked = withSeen(all, marks).filter(({ run }) => found.has(run));
  const runs = isByNeed ? byNeed(ranked) : ranked;
  useNeedsTab("Runs", waitingCount(ranked));
  useRunKeys({ runs, selection, listRef, virtual, queryRef });

  if (list === null) return problem === null ? <RunsLoading /> : <NoRuns code={problem} />;
  const isFiltering = isFilteringRuns(filter);
  if (read.length === 0 && !isFiltering && list.nextPage === null) return whenNone;
  const models = [...new Set(read.flatMap(({ model }) => model ?? []))].sort();
  return (
    <>
      <RunFilters filter={filter} models={models} isByNeed={isByNeed} queryRef={queryRef} />
      <p role="status" aria-label="Connection" className="min-h-5 text-xs text-waiting">
        {problem !== null && `${apiErrorTitle(problem)}. Showing what was known last.`}
        {problem === null &&
          list.unread.map((version) => `Runs of ${version} could not be read just now.`).join(" ")}
      </p>
      {runs.length === 0 ? (
        <div className="flex min-h-40 flex-col items-center justify-center gap-2 rounded-lg border border-dashed border-line-strong p-6 text-center text-muted">
          <p>No run that was searched matches.</p>
          <Button onClick={clearRunFilter}>Clear filters</Button>
        </div>
      ) : (
        <RunRows
          ref={listRef}
          virtual={virtual}
          runs={runs}
          selected={selection.ids}
          onSelect={selection.toggle}
          onScreen={onScreen}
        />
      )}
      <RunsEnd
        {...view}
        read={read.length}
        shown={runs.length}
        total={list.total}
        isFiltering={isFiltering}
        hasMore={list.nextPage !== null}
      />
      <SelectionBar ids={selection.ids} onClear={selection.clear} />
    </>
  );
}

function RunsLoading() {
  return (
    <div aria-busy="true" className="mt-[3.25rem]">
      <p className="sr-only" role="status">
        Reading the runs.
      </p>
      <div className="divide-y divide-line rounded-lg border border-line bg-surface">
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className="h-[4.5rem] animate-pulse bg-raised/40 md:h-14" />
        ))}
      </div>
    </div>
  );
}

/** The list could not be read: why, and that a task can still be opened by its ID. */
function NoRuns({ code }: { code: ApiErrorCode }) {
  const { title, words, next } = apiErrorWords(code);
  return (
    <section className="rounded-lg border border-line bg-surface p-4" role="alert">
      <h3 className="font-semibold">{title}</h3>
      <p className="mt-1 text-muted">
        {words} {next} A task can be opened by its ID all the same.
      </p>
    </section>
  );
}
