"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { StepChange } from "@/lib/domain/changes/step-changes";

/** What each step changed on the screen, by its number. */
export type ChangesByStep = ReadonlyMap<number, StepChange>;

/** What an answer told, and whether its run went on then. */
export type KnownChanges = { byStep: ChangesByStep; isComplete: boolean; isOfLive: boolean };

/** While nothing is known. */
export const NO_CHANGES: ChangesByStep = new Map();

/** Under which the changes of a task are kept, by the address that tells them. */
export const changesKey = (address: string) => ["changes", address];

/** What was told of the changes so far; nothing is asked for. */
export function useKnownChanges(taskId: string): ChangesByStep {
  const { changes: address } = useTaskRoutes(taskId);
  const { data } = useQuery<KnownChanges>({ queryKey: changesKey(address), queryFn: skipToken });
  return data?.byStep ?? NO_CHANGES;
}
