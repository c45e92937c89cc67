"use client";

import { useState } from "react";
import { chooseNotifications } from "@/lib/client/storage/notification-choice";
import { canNotify, useIsNotifying } from "./use-is-notifying";

/** Whether a task is told about, or why it cannot be. */
export type NotificationState = "off" | "on" | "denied" | "unsupported";

/** The switch of a task's notifications. The browser is asked for leave only when it is turned on. */
export function useNotificationSwitch(taskId: string) {
  const isOn = useIsNotifying(taskId);
  const [refusal, setRefusal] = useState<"denied" | "unsupported" | null>(null);
  const toggle = async () => {
    if (isOn) {
      chooseNotifications(taskId, false);
      return;
    }
    const given = await requestPermission();
    setRefusal(given === "denied" || given === "unsupported" ? given : null);
    if (given === "granted") chooseNotifications(taskId, true);
  };
  const state: NotificationState = isOn ? "on" : (refusal ?? "off");
  return { state, toggle };
}

async function requestPermission(): Promise<NotificationPermission | "unsupported"> {
  if (!canNotify()) return "unsupported";
  return Notification.permission === "default"
    ? Notification.requestPermission()
    : Notification.permission;
}
