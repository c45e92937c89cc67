"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ApiError } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { fetchTaskList } from "@/lib/client/api/fetch-task-list";
import type { TaskListItem } from "@/lib/contract/task-list";

const PAGE_SIZE = 25;

/** The newest runs of the account, as far as they were asked for. */
export type RunPages = {
  runs: readonly TaskListItem[];
  isLoading: boolean;
  /** There are older ones. */
  hasMore: boolean;
  /** Why the last request brought nothing, in words; `null` when it did. */
  failure: string | null;
  /** Asks for the next page, or again for the one that failed. */
  loadMore: () => void;
};

/** Reads the newest runs page by page, from the first one on. */
export function useRunPages(): RunPages {
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ["run-pages"],
    queryFn: ({ pageParam, signal }) => fetchTaskList(pageParam, PAGE_SIZE, signal),
    initialPageParam: 1,
    // Runs of two versions share a page, which may so hold more than it should, or fewer.
    getNextPageParam: ({ page, pageSize, total }) =>
      page * pageSize < total ? page + 1 : undefined,
    refetchOnMount: "always",
    refetchOnWindowFocus: false,
  });
  // A run that came in between pushes others onto the next page.
  const runs = new Map(data?.pages.flatMap(({ items }) => items.map((run) => [run.id, run])));
  return {
    runs: [...runs.values()],
    isLoading: isFetching,
    hasMore: hasNextPage,
    failure:
      error === null ? null : apiErrorTitle(error instanceof ApiError ? error.code : "unreadable"),
    loadMore: () => {
      void (data === undefined ? refetch() : fetchNextPage());
    },
  };
}
