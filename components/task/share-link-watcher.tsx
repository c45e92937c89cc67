"use client";

import { useEffect, useEffectEvent } from "react";

/** With the three seconds for which a server may go by what it knows, a revocation is seen within ten. */
const ASK_MS = 6000;

/**
 * Asks again and again whether the link of this page still works, also where the task itself is over and nobody would
 * ask any more. Draws nothing.
 */
export default function ShareLinkWatcher({
  isFetching,
  onAsk,
}: {
  isFetching: boolean;
  onAsk: () => void;
}) {
  const ask = useEffectEvent(() => {
    if (!isFetching && !document.hidden) onAsk();
  });
  useEffect(() => {
    const timer = setInterval(() => {
      ask();
    }, ASK_MS);
    const onSeen = () => {
      ask();
    };
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onSeen);
    };
  }, []);
  return null;
}
