import { useSyncExternalStore } from "react";
import { beginningOf } from "@/lib/domain/text/truncate";

const KEY = "sightglass:notices";
const MOST = 50;
const LONGEST = 10_000;

const listeners = new Set<() => void>();

/** True when the reader wants to be told about this task; false while the server renders. */
export function useNotificationChoice(taskId: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => readChosen().includes(taskId),
    () => false,
  );
}

/** Forgets which tasks the reader wants to be told about. */
export function forgetNotificationChoices(): void {
  try {
    window.localStorage.removeItem(KEY);
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

/** Keeps, in this browser, whether the reader wants to be told about a task. */
export function chooseNotifications(taskId: string, isWanted: boolean): void {
  const others = readChosen().filter((id) => id !== taskId);
  try {
    const chosen = isWanted ? [taskId, ...others].slice(0, MOST) : others;
    window.localStorage.setItem(KEY, chosen.join(" "));
  } catch {
    // Storage can be switched off; nothing is promised then.
    return;
  }
  for (const listener of listeners) listener();
}

function readChosen(): readonly string[] {
  try {
    return beginningOf(window.localStorage.getItem(KEY) ?? "", LONGEST).split(" ");
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
