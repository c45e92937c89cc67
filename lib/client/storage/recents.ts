import { useSyncExternalStore } from "react";
import { isTaskStatus, type TaskStatus } from "@/lib/domain/task/task-status";
import { truncate } from "@/lib/domain/text/truncate";
import { onStored, readStored, store } from "./browser-storage";
import { storageKey } from "./storage-key";

/** A task opened in this browser, with what was last known of it. `openedAt` is epoch milliseconds. */
export type RecentTask = {
  id: string;
  prompt: string;
  status: TaskStatus;
  stepCount: number;
  openedAt: number;
};

const KEY = storageKey("sightglass:recents");
const MOST = 12;
const LONGEST_PROMPT = 200;
const NONE: readonly RecentTask[] = [];

const EMPTY = "[]";

let isListening = false;
/** Another tab emptied the list, as signing out there does: this one adds nothing to it any more. */
let isOver = false;
let cached: { text: string | null; recents: readonly RecentTask[] } = { text: null, recents: NONE };

/** The tasks opened in this browser, newest first; `null` while the server renders, which cannot know. */
export function useRecents(): readonly RecentTask[] | null {
  return useSyncExternalStore(onStored, readRecents, () => null);
}

/** Puts a task on top of the recents, or updates what is known of it. */
export function rememberTask(task: Omit<RecentTask, "openedAt">, now: number): void {
  listen();
  if (isOver) return;
  const prompt = truncate(task.prompt, LONGEST_PROMPT);
  const others = readRecents().filter((recent) => recent.id !== task.id);
  write([{ ...task, prompt, openedAt: now }, ...others].slice(0, MOST));
}

/** Takes one task off the recents. */
export function forgetTask(id: string): void {
  write(readRecents().filter((recent) => recent.id !== id));
}

/** Empties the recents. */
export function forgetAllTasks(): void {
  write(NONE);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  window.addEventListener("storage", ({ key, newValue, storageArea }) => {
    // The browser names the storage, this page does not when it tells itself.
    if (storageArea === null || key !== KEY || newValue !== EMPTY) return;
    isOver = true;
    // What this tab added before it heard of that goes, too.
    if (readStored(KEY) !== EMPTY) write(NONE);
  });
}

function readRecents(): readonly RecentTask[] {
  const text = readStored(KEY);
  if (text !== cached.text) cached = { text, recents: parseRecents(text) };
  return cached.recents;
}

/** Reads the stored list; anything that is not one of our entries is left out. */
export function parseRecents(text: string | null): readonly RecentTask[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter(isRecentTask).slice(0, MOST) : NONE;
  } catch {
    return NONE;
  }
}

function isRecentTask(value: unknown): value is RecentTask {
  if (typeof value !== "object" || value === null) return false;
  const entry = new Map(Object.entries(value));
  return (
    typeof entry.get("id") === "string" &&
    typeof entry.get("prompt") === "string" &&
    isTaskStatus(entry.get("status")) &&
    Number.isFinite(entry.get("stepCount")) &&
    Number.isFinite(entry.get("openedAt"))
  );
}

function write(recents: readonly RecentTask[]): void {
  store(KEY, JSON.stringify(recents));
}
