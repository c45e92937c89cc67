"use client";

import { useEffect, useRef, useState } from "react";
import { TASK_STATUSES, type TaskStatus } from "@/lib/domain/task/task-status";

const QUIET_MS = 2500;

/** Tells a screen reader, in words and not at every poll, that steps came or that the status changed. */
export function TaskAnnouncer({ status, stepCount }: { status: TaskStatus; stepCount: number }) {
  const [words, setWords] = useState("");
  const told = useRef({ status, stepCount });
  useEffect(() => {
    const timer = setTimeout(() => {
      const text = whatIsNew(told.current, { status, stepCount });
      told.current = { status, stepCount };
      if (text !== "") setWords(text);
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [status, stepCount]);
  return (
    <p aria-live="polite" aria-label="Progress" role="status" className="sr-only">
      {words}
    </p>
  );
}

type Announced = { status: TaskStatus; stepCount: number };

/** The words for what changed between two states; empty when nothing did. */
export function whatIsNew(before: Announced, now: Announced): string {
  const came = now.stepCount - before.stepCount;
  const parts = [
    came > 0 ? `${String(came)} new ${came === 1 ? "step" : "steps"}.` : "",
    now.status === before.status ? "" : `Task ${TASK_STATUSES[now.status].label.toLowerCase()}.`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
