import { Skeleton } from "@/components/ui/skeleton";

/** The comparison before its data: the same boxes in the same places. */
export function CompareSkeleton() {
  return (
    <main id="main" aria-busy="true" className="mx-auto w-full max-w-6xl grow px-4 py-6">
      <h1 className="text-lg font-semibold tracking-tight">Loading two runs</h1>
      <div className="mt-4 grid gap-3 md:grid-cols-2">
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </div>
      <Skeleton className="mt-6 h-64" />
      <Skeleton className="mt-6 h-96" />
    </main>
  );
}
