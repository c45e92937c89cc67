"use client";

import { useEffect, useRef, useState } from "react";
import { errorCodeOf } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";

/** What is known of something that was cut: asked for, not to be had (in words), or there in full. */
export type FullText<T> =
  | { state: "cut" }
  | { state: "loading" }
  | { state: "failed"; words: string }
  | { state: "full"; value: T };

/** Fetches in full, when the reader asks for it, what was cut. */
export function useFullText<T>(load: (signal: AbortSignal) => Promise<T>): {
  full: FullText<T>;
  show: () => void;
} {
  const [full, setFull] = useState<FullText<T>>({ state: "cut" });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const show = () => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setFull({ state: "loading" });
    load(signal).then(
      (value) => {
        if (!signal.aborted) setFull({ state: "full", value });
      },
      (error: unknown) => {
        const words = apiErrorTitle(errorCodeOf(error));
        if (!signal.aborted) setFull({ state: "failed", words });
      },
    );
  };
  return { full, show };
}
