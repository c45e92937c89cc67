"use client";

import { useEffect, useRef } from "react";
import {
  notificationOfState,
  type NotificationText,
} from "@/lib/domain/freshness/notification-of-state";
import type { RunState } from "@/lib/domain/task/run-state";
import { isFinal } from "@/lib/domain/task/task-status";
import type { Task } from "@/lib/domain/task/task";
import { chooseNotifications } from "@/lib/client/storage/notification-choice";

/**
 * Tells, once each time, that a task whose notifications are on was paused, got stuck or ended; after the end the choice
 * is forgotten. `choiceId` is what the choice is kept under: the task, or the link that shows it.
 */
export function useNotifications(
  task: Task,
  choiceId: string,
  state: RunState,
  isOn: boolean,
): void {
  const told = useRef<RunState | null>(null);
  useEffect(() => {
    const before = told.current;
    told.current = state;
    if (!isOn) return;
    const text = before === null ? null : notificationOfState(before, state, task);
    if (text !== null) show(text, task.id);
    if (isFinal(task.status)) chooseNotifications(choiceId, false);
  }, [task, choiceId, state, isOn]);
}

function show({ title, body }: NotificationText, taskId: string): void {
  try {
    // Pages of one task that are open side by side tell it once.
    const notification = new Notification(title, { body, tag: `sightglass:${taskId}` });
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
  } catch {
    // Some browsers have notifications for installed apps only.
  }
}
