"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ProblemCode } from "@/lib/contract/problem";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { ApiError, type ApiErrorCode } from "@/lib/client/api/api-error";
import type { fetchTask } from "@/lib/client/api/fetch-task";
import { startPolling, taskQueryOptions } from "./task-query";
import { useIsOnline } from "@/lib/client/browser/use-is-online";
import { useSeenAgainAt } from "@/lib/client/browser/use-visibility";

/** What the server found when it rendered the page; `code: null` when it did not wait for a slow upstream. */
export type InitialTask =
  | { ok: true; snapshot: TaskSnapshot }
  | { ok: false; code: ProblemCode | null; retryAfterSeconds: number | null };

/** Why the newest poll brought nothing; `null` while all is well. */
export type PollProblem = {
  code: ApiErrorCode;
  /** When the page asks again by itself, epoch milliseconds on the server's clock; `null` when that is unknown. */
  retryAt: number | null;
  endsPolling: boolean;
};

/** Everything a task page shows: the last good snapshot, if any, and what is wrong, if anything. */
export type TaskView = {
  snapshot: TaskSnapshot | null;
  problem: PollProblem | null;
  isFetching: boolean;
  /** The page was hidden and has no answer yet since it is seen again. */
  isCatchingUp: boolean;
  retry: () => void;
};

const OFFLINE: PollProblem = { code: "offline", retryAt: null, endsPolling: false };

/**
 * Polls one task for as long as it can change, and while the page is hidden only when `isNotifying`. The one
 * fetching hook of the task page. `id` is that of the task, or another that `fetch` knows it by.
 */
export function useTask(
  id: string,
  initial: InitialTask,
  isNotifying: boolean,
  fetch: typeof fetchTask,
): TaskView {
  const client = useQueryClient();
  const [memory] = useState(() => startPolling(client, id, initial.ok ? initial.snapshot : null));
  const isOnline = useIsOnline();
  const seenAgainAt = useSeenAgainAt();
  const query = useQuery(taskQueryOptions(id, memory, isNotifying, fetch));
  const refusal = toProblem(query.error);
  return {
    // Who has signed out sees nothing of the task any longer, while the way to the sign-in page is taken.
    snapshot: refusal?.code === "sign-in-required" ? null : (query.data ?? null),
    problem: isOnline ? (refusal ?? firstProblem(initial, query.data)) : OFFLINE,
    isFetching: query.isFetching,
    isCatchingUp: seenAgainAt > query.dataUpdatedAt && query.isFetching,
    retry: () => {
      void query.refetch();
    },
  };
}

function firstProblem(initial: InitialTask, data: TaskSnapshot | undefined): PollProblem | null {
  if (initial.ok || initial.code === null || data !== undefined) return null;
  const { endsPolling } = new ApiError(initial.code);
  return { code: initial.code, retryAt: null, endsPolling };
}

function toProblem(error: Error | null): PollProblem | null {
  if (error === null) return null;
  if (!(error instanceof ApiError)) {
    return { code: "unreadable", retryAt: null, endsPolling: false };
  }
  const { code, retryAt, endsPolling } = error;
  return { code, retryAt, endsPolling };
}
