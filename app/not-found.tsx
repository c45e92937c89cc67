"use client";

import { lazy, Suspense } from "react";

const ProblemPage = lazy(() => import("@/components/task/problem-page"));

export default function NotFound() {
  return (
    <Suspense fallback={<main id="main" aria-busy="true" className="grow" />}>
      <ProblemPage code="not-found" />
    </Suspense>
  );
}
