"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchChanges } from "@/lib/client/api/fetch-changes";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { TaskChanges } from "@/lib/contract/task-changes";
import { changesKey, NO_CHANGES, type ChangesByStep, type KnownChanges } from "./use-known-changes";

/** How often a run that goes on is asked about, while somebody looks at a step of it. */
const LIVE_MS = 15_000;
/** When an answer is asked to go on that ran out of time, or that is of a run which was not over then. */
const SOON_MS = 500;
/** A long run is compared in so many answers at most. */
const MOST_ANSWERS = 100;

/**
 * Asks what each step changed: of a run that is over once, of one that goes on while `isWanted`. One place of a page asks,
 * others read by `useKnownChanges`.
 */
export function useChanges(
  taskId: string,
  { isLive, isWanted }: { isLive: boolean; isWanted: boolean },
): ChangesByStep {
  const { changes: address, hasPictures } = useTaskRoutes(taskId);
  const { data } = useQuery({
    queryKey: changesKey(address),
    queryFn: async ({ signal }) => toKnown(await fetchChanges(address, signal), isLive),
    enabled: hasPictures && isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    // It is a help, and no page waits for it.
    retry: false,
    refetchInterval: ({ state }) => {
      if (state.data === undefined || state.dataUpdateCount > MOST_ANSWERS) return false;
      if (!state.data.isComplete || state.data.isOfLive !== isLive) return SOON_MS;
      return isLive ? LIVE_MS : false;
    },
  });
  return data?.byStep ?? NO_CHANGES;
}

function toKnown({ changes, isComplete }: TaskChanges, isOfLive: boolean): KnownChanges {
  return { byStep: new Map(changes.map((one) => [one.step, one])), isComplete, isOfLive };
}
