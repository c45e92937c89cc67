"use client";

import { useEffect, useState } from "react";
import { SLOW_AFTER_MS, type LiveConnection } from "@/lib/domain/freshness/live-view-state";
import { requestLiveView } from "@/lib/client/api/request-live-view";

type LiveView = {
  /** The address for the iframe: a credential, held in this state only and dropped with it. */
  url: string | null;
  connection: LiveConnection;
  /** Milliseconds since the live page was asked for, told once it has become slow. */
  waitedMs: number;
  /** Changes with every connection: the key of the iframe. */
  attempt: number;
  reload: () => void;
  onLoaded: () => void;
};

type Answer = { attempt: number; url: string | null; isLoaded: boolean };

/** Asks for the live view of a task while `isWanted`, and forgets its address as soon as it is not. */
export function useLiveView(taskId: string, isWanted: boolean): LiveView {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [slowAttempt, setSlowAttempt] = useState<number | null>(null);
  if (!isWanted && answer !== null) setAnswer(null);
  useEffect(() => {
    if (!isWanted) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      setSlowAttempt(attempt);
    }, SLOW_AFTER_MS);
    requestLiveView(taskId, controller.signal).then(
      ({ url }) => {
        setAnswer({ attempt, url, isLoaded: false });
      },
      () => {
        if (!controller.signal.aborted) setAnswer({ attempt, url: null, isLoaded: false });
      },
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
      // The next one waits from its own beginning.
      setSlowAttempt(null);
      // The browser notes the address of every frame that it has loaded.
      performance.clearResourceTimings();
    };
  }, [taskId, isWanted, attempt]);
  const current = isWanted && answer?.attempt === attempt ? answer : null;
  return {
    url: current?.url ?? null,
    connection: toConnection(isWanted, current),
    waitedMs: slowAttempt === attempt ? SLOW_AFTER_MS : 0,
    attempt,
    reload: () => {
      setAttempt(attempt + 1);
    },
    onLoaded: () => {
      setAnswer((known) => (known === null ? null : { ...known, isLoaded: true }));
    },
  };
}

function toConnection(isWanted: boolean, answer: Answer | null): LiveConnection {
  if (!isWanted) return "none";
  if (answer === null) return "requested";
  if (answer.url === null) return "failed";
  return answer.isLoaded ? "loaded" : "requested";
}
