"use client";

import { useNow } from "@/lib/client/clock";
import { retryInSeconds } from "@/lib/domain/liveness";
import { retryWords } from "@/lib/domain/liveness-words";

/** Counts down, in words, to the next try of a page that has nothing to show; `retryAt` in epoch milliseconds. */
export function NextTry({ retryAt }: { retryAt: number }) {
  const words = retryWords(retryInSeconds(retryAt, useNow(retryAt)));
  return (
    <p role="timer" className="basis-full text-sm text-muted tabular-nums">
      {`${words.charAt(0).toUpperCase()}${words.slice(1)}.`}
    </p>
  );
}
