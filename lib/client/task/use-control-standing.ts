"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fetchControl } from "@/lib/client/api/control-task";
import type { ControlStanding } from "@/lib/contract/task-control";
import type { Task } from "@/lib/domain/task/task";
import { isFinal } from "@/lib/domain/task/task-status";

/** How often it is asked for while a task goes on: others may do something to it, too. */
const AGAIN_MS = 30_000;

/** The key of all that is known of the control of a task. */
export const controlKey = (taskId: string) => ["control", taskId] as const;

/**
 * What may be done to a task, and what was done to it: as the server rendered it, and anew now and then while the task
 * goes on, when its status changes, and after whatever is done from this page. With `isAsking` false it is not asked for
 * by a clock: another part of the page does that, or the page has stopped asking.
 */
export function useControlStanding(
  { id, status }: Pick<Task, "id" | "status">,
  rendered: ControlStanding,
  isAsking: boolean,
): ControlStanding {
  const [firstStatus] = useState(status);
  const { data } = useQuery({
    queryKey: [...controlKey(id), status],
    queryFn: ({ signal }) => fetchControl(id, signal),
    initialData: status === firstStatus ? rendered : undefined,
    placeholderData: keepPreviousData,
    staleTime: AGAIN_MS,
    refetchInterval: isFinal(status) || !isAsking ? false : AGAIN_MS,
  });
  return data ?? rendered;
}
