"use client";

import { lazy, Suspense } from "react";

const InvalidLink = lazy(() => import("@/components/share/invalid-link"));

export default function NotFound() {
  return (
    <Suspense fallback={<main id="main" aria-busy="true" className="grow" />}>
      <InvalidLink />
    </Suspense>
  );
}
