"use client";

import { useNotificationChoice } from "@/lib/client/storage/notification-choice";

/** True while the reader wants to be told about this task and the browser allows it; false on the server. */
export function useIsNotifying(taskId: string): boolean {
  return useNotificationChoice(taskId) && canNotify() && Notification.permission === "granted";
}

/** Browsers on Android have the constructor and throw when it is used: pages there need a service worker. */
export function canNotify(): boolean {
  return "Notification" in window && !/Android/i.test(navigator.userAgent);
}
