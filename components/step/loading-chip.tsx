"use client";

import { useEffect, useState } from "react";

const QUIET_MS = 300;

/** Says that the picture of a step is still on its way, while the one before it stands there; silent when it comes at once. */
export function LoadingChip({ step }: { step: number }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLate(true);
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isLate) return null;
  return (
    <span className="absolute right-2 bottom-2 rounded-full border border-line-strong bg-surface px-2.5 py-1 text-xs text-muted shadow">
      Loading step {step} …
    </span>
  );
}
