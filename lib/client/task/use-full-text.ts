"use client";

import { useEffect, useRef, useState } from "react";
import { ApiError } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";

/** What is known of something that was cut: asked for, not to be had (in words), or whole. */
export type FullText<T> =
  | { state: "cut" }
  | { state: "loading" }
  | { state: "failed"; words: string }
  | { state: "whole"; value: T };

/** Fetches the whole of something that was cut when the reader asks for it. */
export function useFullText<T>(load: (signal: AbortSignal) => Promise<T>): {
  whole: FullText<T>;
  show: () => void;
} {
  const [whole, setWhole] = useState<FullText<T>>({ state: "cut" });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const show = () => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setWhole({ state: "loading" });
    load(signal).then(
      (value) => {
        if (!signal.aborted) setWhole({ state: "whole", value });
      },
      (error: unknown) => {
        const words = apiErrorTitle(error instanceof ApiError ? error.code : "unreadable");
        if (!signal.aborted) setWhole({ state: "failed", words });
      },
    );
  };
  return { whole, show };
}
