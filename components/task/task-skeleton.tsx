import { PlayerFrame } from "@/components/player/player-frame";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** The task page before its data: the same boxes in the same places. */
export function TaskSkeleton() {
  return (
    <main id="main" aria-busy="true" className="flex h-[calc(100dvh-3rem)] min-h-[40rem] flex-col">
      <h1 className="sr-only">Loading the task</h1>
      <div className="flex shrink-0 flex-col gap-1.5 border-b border-line bg-surface px-4 py-3">
        <div className="flex h-8 items-center justify-between">
          <Skeleton className="h-6 w-24 rounded-full" />
          <Skeleton className="h-8 w-24" />
        </div>
        <Skeleton className="h-5 w-3/5" />
        <Skeleton className="h-4 w-80 max-w-full" />
      </div>
      <div className="flex min-h-0 grow flex-col overflow-hidden lg:grid lg:grid-cols-[clamp(17.5rem,var(--timeline-width,26rem),60vw)_minmax(0,1fr)]">
        <div className="border-line bg-surface lg:border-r">
          <div className="h-10 border-b border-line" />
          {ROWS.map((row) => (
            <div
              key={row}
              className="flex items-center gap-3 border-b border-line py-2.5 pr-3 pl-4"
            >
              <Skeleton className="size-9 shrink-0" />
              <Skeleton className="h-[3.25rem] w-[5.2rem] shrink-0" />
              <div className="flex grow flex-col gap-2">
                <Skeleton className="h-3.5 w-4/5" />
                <Skeleton className="h-3 w-2/5" />
              </div>
            </div>
          ))}
        </div>
        <div className="hidden lg:block">
          <div className="h-10 border-b border-line bg-surface" />
          <div className="p-4">
            <Skeleton className="aspect-[16/10] w-full max-w-5xl" />
          </div>
        </div>
      </div>
      <div className="max-lg:hidden">
        <PlayerFrame />
      </div>
    </main>
  );
}
