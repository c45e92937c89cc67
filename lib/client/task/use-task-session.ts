"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { TaskSession } from "@/lib/contract/task-session";
import type { Task } from "@/lib/domain/task/task";
import { errorCodeOf } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { fetchTaskSession } from "@/lib/client/api/fetch-task-session";

/** How often a recording that is being prepared is asked for. */
const AGAIN_MS = 10_000;

/** What is known of the session of a task. */
export type TaskSessionState = {
  /** `null` until the server has told it. */
  session: TaskSession | null;
  /** Why the last request failed, in words; `null` when it did not. */
  failure: string | null;
  reload: () => void;
};

/**
 * Asks for the session of a task: once, whenever its task or its browser has ended, and while a recording of it is being
 * prepared.
 */
export function useTaskSession(
  task: Pick<Task, "id" | "status" | "sessionStatus">,
): TaskSessionState {
  const { data, error, refetch } = useQuery({
    queryKey: ["task-session", task.id, task.status, task.sessionStatus],
    queryFn: ({ signal }) => fetchTaskSession(task.id, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isPreparing(state.data) ? AGAIN_MS : false),
  });
  return {
    session: data ?? null,
    failure: error === null ? null : wordsOf(error),
    reload: () => {
      void refetch();
    },
  };
}

function isPreparing(session: TaskSession | undefined): boolean {
  return session?.recordings.some(({ state }) => state === "preparing") === true;
}

function wordsOf(error: unknown): string {
  return apiErrorTitle(errorCodeOf(error));
}
