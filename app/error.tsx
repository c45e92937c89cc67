"use client";

import { ProblemPage } from "@/components/task/problem-page";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <ProblemPage code="internal" onRetry={reset} />;
}
