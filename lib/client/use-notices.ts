"use client";

import { useEffect, useRef, useState } from "react";
import { noticeOfState, type Notice } from "@/lib/domain/notice-of-state";
import type { RunState } from "@/lib/domain/run-state";
import { isFinal } from "@/lib/domain/task-status";
import type { Task } from "@/lib/domain/task";
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

/** Tells, once each time, that a task whose notifications are on was paused, got stuck or ended. */
export function useNotices(task: Task | null, state: RunState | null, isOn: boolean): void {
  const told = useRef<RunState | null>(null);
  useEffect(() => {
    const before = told.current;
    told.current = state;
    if (task === null || state === null || !isOn) return;
    const notice = before === null ? null : noticeOfState(before, state, task);
    if (notice !== null) show(notice, task.id);
    if (isFinal(task.status)) chooseNotices(task.id, false);
  }, [task, state, isOn]);
}

function show({ title, body }: Notice, taskId: string): void {
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
