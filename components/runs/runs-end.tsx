"use client";

import { LoaderCircle } from "lucide-react";
import { Button } from "@/components/ui/button";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import type { RunsView } from "@/lib/client/runs/use-runs";
import { RUNS_OF_PAGE } from "@/lib/client/runs/runs-query";

type RunsEndProps = Pick<RunsView, "readOlder" | "isReadingOlder" | "olderProblem"> & {
  /** What was read, what of it is shown, and what there is. */
  read: number;
  shown: number;
  total: number;
  isFiltering: boolean;
  hasMore: boolean;
};

/** Under the list: how far it reaches, what was not searched, and the way further. */
export function RunsEnd(props: RunsEndProps) {
  const { readOlder, isReadingOlder, olderProblem, isFiltering, hasMore } = props;
  const few = String(RUNS_OF_PAGE);
  return (
    <div className="mt-2 flex min-h-8 flex-wrap items-center justify-between gap-2 text-xs text-faint tabular-nums">
      <p role="status">{reachWords(props)}</p>
      {olderProblem !== null && (
        <p role="alert" className="text-failure">
          {apiErrorTitle(olderProblem)}.
        </p>
      )}
      {hasMore && (
        <Button onClick={readOlder} disabled={isReadingOlder} aria-busy={isReadingOlder}>
          {isReadingOlder && <LoaderCircle aria-hidden="true" className="animate-spin" />}
          {isFiltering ? `Search ${few} older ones` : `Show ${few} older ones`}
        </Button>
      )}
    </div>
  );
}

/** How far the list reaches, in words. */
export function reachWords(
  reach: Pick<RunsEndProps, "read" | "shown" | "total" | "isFiltering" | "hasMore">,
): string {
  const { read, shown, total, isFiltering, hasMore } = reach;
  const rest = Math.max(0, total - read);
  const older =
    rest === 0
      ? "Older ones were not searched."
      : `At least ${many(rest)} older were not searched.`;
  if (isFiltering) {
    const found = `${many(shown)} of ${hasMore ? `the ${many(read)} newest runs` : runs(read)} ${shown === 1 ? "matches" : "match"}.`;
    return hasMore ? `${found} ${older}` : found;
  }
  if (!hasMore) return read === 0 ? "" : `All ${runs(read)}.`;
  return rest === 0
    ? `The ${many(read)} newest runs.`
    : `The ${many(read)} newest of at least ${many(total)} runs.`;
}

const many = (count: number) => count.toLocaleString("en");
const runs = (count: number) => `${many(count)} ${count === 1 ? "run" : "runs"}`;
