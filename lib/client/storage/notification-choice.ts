import { useSyncExternalStore } from "react";
import { beginningOf } from "@/lib/domain/text/truncate";
import { onStored, readStored, store } from "./browser-storage";
import { storageKey } from "./storage-key";

const KEY = storageKey("sightglass:notices");
const MOST = 50;
const LONGEST = 10_000;

/** True when the reader wants to be told about this task; false while the server renders. */
export function useNotificationChoice(taskId: string): boolean {
  return useSyncExternalStore(
    onStored,
    () => readChosen().includes(taskId),
    () => false,
  );
}

/** Forgets which tasks the reader wants to be told about. */
export function forgetNotificationChoices(): void {
  store(KEY, null);
}

/** Keeps, in this browser, whether the reader wants to be told about a task. */
export function chooseNotifications(taskId: string, isWanted: boolean): void {
  const others = readChosen().filter((id) => id !== taskId);
  const chosen = isWanted ? [taskId, ...others].slice(0, MOST) : others;
  store(KEY, chosen.join(" "));
}

function readChosen(): readonly string[] {
  return beginningOf(readStored(KEY) ?? "", LONGEST).split(" ");
}
