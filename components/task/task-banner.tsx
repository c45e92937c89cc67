"use client";

import { RefreshCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { apiErrorTitle, type ApiErrorCode } from "@/lib/client/api-error";
import { useNow } from "@/lib/client/clock";
import type { PollProblem } from "@/lib/client/use-task";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { formatDuration } from "@/lib/domain/format-duration";

type TaskBannerProps = {
  snapshot: TaskSnapshot;
  problem: PollProblem | null;
  isFetching: boolean;
  renderedAt: number;
  onRetry: () => void;
};

/** Says what is wrong with the newest poll while the last good data stays on screen, with its age. */
export function TaskBanner({
  snapshot,
  problem,
  isFetching,
  renderedAt,
  onRetry,
}: TaskBannerProps) {
  const now = useNow(renderedAt);
  const code: ApiErrorCode | null = problem?.code ?? snapshot.stale?.reason ?? null;
  if (code === null) return <BannerRegion />;
  const since = snapshot.stale?.since ?? snapshot.fetchedAt;
  const age = formatDuration(Math.max(0, Math.floor((now - Date.parse(since)) / 1000)));
  const ended = problem?.endsPolling === true;
  return (
    <BannerRegion>
      <div className="pointer-events-auto flex w-full max-w-3xl flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border border-waiting/40 bg-surface py-1.5 pr-1.5 pl-3 text-fg shadow-lg">
        <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-waiting" />
        <strong className="font-medium">{apiErrorTitle(code)}.</strong>
        {/* The age ticks for the eye; the ear hears the notice once. */}
        <span aria-hidden="true" className="tabular-nums">
          Showing what was known {age} ago.
        </span>
        <span className="sr-only">Showing the last known state.</span>
        <span className="text-muted">
          {ended ? "The page has stopped asking." : "Trying again by itself."}
        </span>
        <Button look="quiet" className="ml-auto" disabled={isFetching} onClick={onRetry}>
          <RefreshCw />
          Try now
        </Button>
      </div>
    </BannerRegion>
  );
}

function BannerRegion({ children }: { children?: ReactNode }) {
  return (
    <div
      role="status"
      aria-label="Connection"
      // Over the page rather than in it: what the reader looks at does not move.
      className="pointer-events-none fixed inset-x-3 bottom-3 z-20 flex justify-center lg:bottom-38"
    >
      {children}
    </div>
  );
}
