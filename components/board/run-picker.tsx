"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { findRuns } from "@/lib/client/runs/find-runs";
import { completeRuns } from "@/lib/client/runs/run-list";
import { useRuns } from "@/lib/client/runs/use-runs";
import { MOST_ON_BOARD } from "@/lib/contract/board";
import { addToBoard } from "@/lib/domain/task/add-to-board";
import { RunOption } from "./run-option";

/** Of all runs, whatever their status. */
const ALL = { status: null, verdict: null, model: null, sessionId: null } as const;

type RunPickerProps = {
  /** What is on the board already. */
  taskIds: readonly string[];
  onAdd: (taskIds: readonly string[]) => void;
  onClose: () => void;
};

/** The newest runs of the account, of which several can be taken onto the board. */
export default function RunPicker({ taskIds, onAdd, onClose }: RunPickerProps) {
  const { list, problem, readOlder, isReadingOlder, olderProblem } = useRuns(ALL);
  const runs = list === null ? [] : completeRuns(list);
  const hasOlder = (list?.nextPage ?? null) !== null;
  const trouble = olderProblem ?? problem;
  const [query, setQuery] = useState("");
  const [picked, setPicked] = useState<readonly string[]>([]);
  const found = findRuns(runs, { ...ALL, query });
  const room = MOST_ON_BOARD - taskIds.length;
  return (
    <Dialog title="Add from runs" onClose={onClose} className="w-[min(44rem,calc(100vw-1.5rem))]">
      <form
        className="flex max-h-[calc(100dvh-7rem)] flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          const { added } = addToBoard(taskIds, picked, MOST_ON_BOARD);
          if (added.length > 0) onAdd(added);
          onClose();
        }}
      >
        <div className="border-b border-line p-3">
          <input
            type="search"
            autoFocus
            aria-label="Filter by prompt or ID"
            placeholder="Filter by prompt or ID"
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
            }}
            onKeyDown={(event) => {
              // Enter in a filter adds nothing.
              if (event.key === "Enter") event.preventDefault();
            }}
            className="h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 text-[0.8125rem] placeholder:text-faint"
          />
        </div>
        <div className="min-h-40 thin-scroll overflow-y-auto">
          <ul aria-label="Runs" className="divide-y divide-line">
            {found.map((run) => (
              <RunOption
                key={run.id}
                run={run}
                isOnBoard={taskIds.includes(run.id)}
                isPicked={picked.includes(run.id)}
                onPick={(isPicked) => {
                  const others = picked.filter((id) => id !== run.id);
                  setPicked(isPicked ? [...others, run.id] : others);
                }}
              />
            ))}
          </ul>
          <div className="flex flex-wrap items-center gap-3 p-3">
            {hasOlder && (
              <Button disabled={isReadingOlder} onClick={readOlder}>
                Show older runs
              </Button>
            )}
            <p role="status" className="text-muted empty:hidden">
              {trouble === null
                ? listWords(list === null || isReadingOlder, runs.length, found.length)
                : `${apiErrorTitle(trouble)}.`}
            </p>
          </div>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line p-3">
          <p className="text-xs text-muted">
            {picked.length > room
              ? `A board holds ${String(MOST_ON_BOARD)} tasks: there is room for ${String(room)} more.`
              : `Room for ${String(room - picked.length)} more.`}
          </p>
          <Button
            type="submit"
            look="primary"
            disabled={picked.length === 0 || picked.length > room}
          >
            {picked.length === 0 ? "Add" : `Add ${String(picked.length)}`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function listWords(isLoading: boolean, runs: number, found: number): string {
  if (isLoading) return "Loading…";
  if (runs === 0) return "There is no run yet.";
  return found === 0 ? `None of the ${String(runs)} newest runs has this text.` : "";
}
