"use client";

import { LateProblemPage } from "@/components/task/late-problem-page";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <LateProblemPage code="internal" onRetry={reset} />;
}
