"use client";

import { useNow } from "@/lib/client/api/clock";
import { retryInSeconds, retrySentence } from "@/lib/domain/freshness/retry-words";

/** Counts down, in words, to the next try of a page that has nothing to show; `retryAt` in epoch milliseconds. */
export function NextTry({ retryAt }: { retryAt: number }) {
  const seconds = retryInSeconds(retryAt, useNow(retryAt));
  return (
    <p role="timer" className="basis-full text-sm text-muted tabular-nums">
      {retrySentence(seconds)}
    </p>
  );
}
