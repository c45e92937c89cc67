"use client";

import { RefreshCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useNow } from "@/lib/client/api/clock";
import { formatDuration } from "@/lib/domain/text/format-duration";
import type { Trouble } from "@/lib/domain/freshness/liveness";
import { retryInSeconds, retrySentence } from "@/lib/domain/freshness/retry-words";

type TaskBannerProps = {
  trouble: Trouble | null;
  /** When what is shown was last confirmed, epoch milliseconds. */
  fetchedAt: number;
  isFetching: boolean;
  renderedAt: number;
  onRetry: () => void;
};

/** Says what keeps the page from the newest state while the last good data stays on screen, with its age. */
export function TaskBanner({
  trouble,
  fetchedAt,
  isFetching,
  renderedAt,
  onRetry,
}: TaskBannerProps) {
  const now = useNow(renderedAt);
  if (trouble === null) return <BannerRegion />;
  const age = formatDuration(Math.max(0, Math.floor((now - fetchedAt) / 1000)));
  return (
    <BannerRegion>
      <div className="pointer-events-auto flex w-full max-w-3xl flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border border-waiting/40 bg-surface py-1.5 pr-1.5 pl-3 text-fg shadow-lg">
        <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-waiting" />
        <strong className="font-medium">{trouble.title}.</strong>
        {/* The age ticks for the eye; the ear hears the notice once. */}
        <span aria-hidden="true" className="tabular-nums">
          Showing what was known {age} ago.
        </span>
        <span className="sr-only">Showing the last known state.</span>
        {/* The countdown is for the eye, too. */}
        <span aria-hidden="true" className="text-muted tabular-nums">
          {nextWords(trouble, now)}
        </span>
        {trouble.kind === "refused" && <span className="sr-only">{STOPPED}</span>}
        <Button look="quiet" className="ml-auto" disabled={isFetching} onClick={onRetry}>
          <RefreshCw />
          Try now
        </Button>
      </div>
    </BannerRegion>
  );
}

const STOPPED = "The page has stopped asking.";

function nextWords({ kind, retryAt }: Trouble, now: number): string {
  return kind === "refused" ? STOPPED : retrySentence(retryInSeconds(retryAt, now));
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
