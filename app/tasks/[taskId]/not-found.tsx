"use client";

import { lazy, Suspense } from "react";

const TaskNotFound = lazy(() => import("@/components/task/task-not-found"));

export default function NotFound() {
  return (
    <Suspense fallback={<main id="main" aria-busy="true" className="grow" />}>
      <TaskNotFound />
    </Suspense>
  );
}
