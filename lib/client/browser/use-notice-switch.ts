"use client";

import { useState } from "react";
import { chooseNotices } from "@/lib/client/storage/notice-choice";
import { canNotify } from "./notice-permission";
import { useIsNotifying } from "./use-is-notifying";

/** Whether a task is told about, or why it cannot be. */
export type NoticeState = "off" | "on" | "denied" | "unsupported";

/** The switch of a task's notifications. The browser is asked for leave only when it is turned on. */
export function useNoticeSwitch(taskId: string) {
  const isOn = useIsNotifying(taskId);
  const [refusal, setRefusal] = useState<"denied" | "unsupported" | null>(null);
  const toggle = async () => {
    if (isOn) {
      chooseNotices(taskId, false);
      return;
    }
    const given = await askForLeave();
    setRefusal(given === "denied" || given === "unsupported" ? given : null);
    if (given === "granted") chooseNotices(taskId, true);
  };
  const state: NoticeState = isOn ? "on" : (refusal ?? "off");
  return { state, toggle };
}

async function askForLeave(): Promise<NotificationPermission | "unsupported"> {
  if (!canNotify()) return "unsupported";
  return Notification.permission === "default"
    ? Notification.requestPermission()
    : Notification.permission;
}
