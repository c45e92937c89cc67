"use client";

import { lazy, Suspense } from "react";

const ProblemPage = lazy(() => import("@/components/task/problem-page"));

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <Suspense fallback={<main id="main" aria-busy="true" className="grow" />}>
      <ProblemPage code="internal" onRetry={reset} />
    </Suspense>
  );
}
