"use client";

import { useEffect, useState } from "react";

/** Whole seconds until a moment that `start` sets, counting down to 0. */
export function useCountdown(): { seconds: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setSeconds(left);
      if (left === 0) setUntil(0);
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [until]);
  return {
    seconds,
    start: (from) => {
      setSeconds(Math.ceil(from));
      setUntil(from > 0 ? Date.now() + from * 1000 : 0);
    },
  };
}
