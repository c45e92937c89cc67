import type { RunState } from "@/lib/domain/task/run-state";
import { shortPrompt } from "@/lib/domain/task/short-prompt";

/** What a browser tab shows: the state of its task, or that it waits for somebody, or that the page is not up to date now. */
export type TabState = RunState | "needed" | "not-updating";

const SIGNS: Record<TabState, string> = {
  created: "○",
  running: "▶",
  paused: "⏸",
  finished: "✓",
  ended: "●",
  failed: "✗",
  stopped: "■",
  unknown: "?",
  stuck: "⚠",
  needed: "✋",
  "not-updating": "◌",
};

/** The title of a browser tab: state, step count, prompt: `▶ 14 · Buy milk`. */
export function taskTitle(state: TabState, task: { stepCount: number; prompt: string }): string {
  const count = task.stepCount > 0 ? ` ${String(task.stepCount)}` : "";
  return `${SIGNS[state]}${count} · ${shortPrompt(task.prompt)}`;
}
