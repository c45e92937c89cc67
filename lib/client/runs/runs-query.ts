import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { TaskFilter } from "@/lib/contract/task-list";
import { ApiError } from "@/lib/client/api/api-error";
import { fetchRuns } from "@/lib/client/api/fetch-runs";
import type { RunFilter } from "./run-filter";
import { withFirstPage, withNextPage, type RunList } from "./run-list";

/** So many tasks are read at once. */
export const RUNS_OF_PAGE = 100;
const POLL_MS = 5000;
const AFTER_FAILURE_MS = 15_000;

/** What of a filter the service itself goes by; everything else looks through what was read. */
export type AskedFilter = Pick<RunFilter, "status" | "sessionId">;

/** The newest tasks of the account, read again every five seconds while somebody looks, with all that was read before. */
export function runsQueryOptions(asked: AskedFilter) {
  const queryKey = keyOf(asked);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const page = await fetchRuns(1, RUNS_OF_PAGE, toTaskFilter(asked), signal);
      return withFirstPage(client.getQueryData<RunList>(queryKey) ?? null, page);
    },
    refetchInterval: ({ state }) => pauseAfter(state.error),
    refetchIntervalInBackground: false,
    structuralSharing: false,
  });
}

/** Reads one page more, and puts it to those that are known. Throws `ApiError`. */
export async function readOlderRuns(
  client: QueryClient,
  asked: AskedFilter,
  signal: AbortSignal,
): Promise<void> {
  const key = keyOf(asked);
  const next = client.getQueryData<RunList>(key)?.nextPage ?? null;
  if (next === null) return;
  const page = await fetchRuns(next, RUNS_OF_PAGE, toTaskFilter(asked), signal);
  client.setQueryData<RunList>(key, (known) =>
    // The list may have begun anew meanwhile.
    known?.nextPage === next ? withNextPage(known, page) : known,
  );
}

function pauseAfter(error: Error | null): number | false {
  if (error === null) return POLL_MS;
  if (!(error instanceof ApiError)) return AFTER_FAILURE_MS;
  if (error.endsPolling) return false;
  return Math.max(AFTER_FAILURE_MS, (error.retryAfterSeconds ?? 0) * 1000);
}

const keyOf = ({ status, sessionId }: AskedFilter) => ["runs", status, sessionId] as const;

function toTaskFilter({ status, sessionId }: AskedFilter): TaskFilter {
  return {
    ...(status === null ? {} : { status }),
    ...(sessionId === null ? {} : { sessionId }),
  };
}
