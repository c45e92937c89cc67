"use client";

import { lazy, Suspense, type ComponentProps } from "react";
import type { ProblemPage as Page } from "./problem-page";

const ProblemPage = lazy(async () => ({ default: (await import("./problem-page")).ProblemPage }));

/** The page of a problem, whose words and icons a page without one does not load. */
export function LateProblemPage(props: ComponentProps<typeof Page>) {
  return (
    <Suspense fallback={<main id="main" aria-busy="true" className="grow" />}>
      <ProblemPage {...props} />
    </Suspense>
  );
}
