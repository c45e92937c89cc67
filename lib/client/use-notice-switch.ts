"use client";

import { useState } from "react";
import { chooseNotices, useNoticeChoice } from "./notice-choice";

/** Whether a task is told about, or why it cannot be. */
export type NoticeState = "off" | "on" | "denied" | "unsupported";

/** The switch of a task's notifications. The browser is asked for leave only when it is turned on. */
export function useNoticeSwitch(taskId: string) {
  const isChosen = useNoticeChoice(taskId);
  const [refusal, setRefusal] = useState<"denied" | "unsupported" | null>(null);
  const isOn = isChosen && permission() === "granted";
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

function permission(): NotificationPermission | "unsupported" {
  return typeof window !== "undefined" && canNotify() ? Notification.permission : "unsupported";
}

/** Browsers on Android have the constructor and throw when it is used: pages there need a service worker. */
function canNotify(): boolean {
  return "Notification" in window && !/Android/i.test(navigator.userAgent);
}
