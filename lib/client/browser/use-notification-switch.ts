"use client";

import { useState } from "react";
import {
  chooseNotifications,
  useNotificationChoice,
} from "@/lib/client/storage/notification-choice";

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

/** Whether the browser lets this site notify the reader; `unsupported` where it cannot, and on the server. */
function permission(): NotificationPermission | "unsupported" {
  return typeof window !== "undefined" && canNotify() ? Notification.permission : "unsupported";
}

/** Browsers on Android have the constructor and throw when it is used: pages there need a service worker. */
function canNotify(): boolean {
  return "Notification" in window && !/Android/i.test(navigator.userAgent);
}

/** True while the reader wants to be told about this task and the browser allows it. */
export function useIsNotifying(taskId: string): boolean {
  return useNotificationChoice(taskId) && permission() === "granted";
}
