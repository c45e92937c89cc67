"use client";

import { useEffect } from "react";
import { rememberTask } from "@/lib/client/recents";
import { useNotices } from "@/lib/client/use-notices";
import { useTabState } from "@/lib/client/use-tab-state";
import type { RunState } from "@/lib/domain/run-state";
import type { Task } from "@/lib/domain/task";
import type { TabState } from "@/lib/domain/task-title";
import { TaskAnnouncer } from "./task-announcer";

type TaskCompanionProps = {
  task: Task;
  run: RunState;
  tab: TabState;
  isNotifying: boolean;
};

/**
 * What a page tells about its task beside showing it: to the browser tab, to the reader's desk when `isNotifying`,
 * to the ear, and to the list of recent tasks.
 */
export default function TaskCompanion({ task, run, tab, isNotifying }: TaskCompanionProps) {
  const { id, prompt, status, stepCount } = task;
  useEffect(() => {
    rememberTask({ id, prompt, status, stepCount }, Date.now());
  }, [id, prompt, status, stepCount]);
  useTabState(tab, task);
  useNotices(task, run, isNotifying);
  return <TaskAnnouncer status={status} stepCount={stepCount} />;
}
