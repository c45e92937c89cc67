"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { errorCodeOf } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { fetchSeenMarks, setSeen } from "@/lib/client/api/seen-needs";
import type { SeenMark } from "@/lib/contract/seen-needs";

/** What others have marked meanwhile is asked for this often, while the page is seen. */
const ASK_MS = 30_000;

/** The marks of the tasks that a page shows, and the way to change them. */
export type SeenNeeds = {
  /** None until the server has told them: what is unknown is unseen. */
  marks: readonly SeenMark[];
  isBusy: boolean;
  /** Why a mark could not be changed, in words; `null` when it could. */
  failure: string | null;
  mark: (taskId: string, key: string, isSeen: boolean) => void;
};

/** Reads what was marked as seen of these tasks, in one request for all; asks nothing without any. */
export function useSeenNeeds(taskIds: readonly string[]): SeenNeeds {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { data, refetch } = useQuery({
    queryKey: ["seen", ...taskIds],
    queryFn: ({ signal }) => fetchSeenMarks(taskIds, signal),
    enabled: taskIds.length > 0,
    refetchInterval: ASK_MS,
  });
  const change = async (taskId: string, key: string, isSeen: boolean) => {
    setIsBusy(true);
    setFailure(null);
    await setSeen(taskId, key, isSeen).catch((error: unknown) => {
      setFailure(apiErrorTitle(errorCodeOf(error)));
    });
    await refetch();
    setIsBusy(false);
  };
  return {
    marks: data?.marks ?? [],
    isBusy,
    failure,
    mark: (taskId, key, isSeen) => {
      void change(taskId, key, isSeen);
    },
  };
}
