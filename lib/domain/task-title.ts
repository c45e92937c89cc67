import type { Task } from "./task";
import type { TaskStatus } from "./task-status";

const SIGNS: Record<TaskStatus, string> = {
  created: "○",
  running: "▶",
  paused: "⏸",
  finished: "✓",
  failed: "✗",
  stopped: "■",
  unknown: "?",
};

const LONGEST_PROMPT = 80;

/** The title of a browser tab: state, step count, prompt: `▶ 14 · Buy milk`. */
export function taskTitle(task: Pick<Task, "status" | "stepCount" | "prompt">): string {
  const prompt = task.prompt.slice(0, 400).replace(/\s+/g, " ").trim();
  const short = prompt.length > LONGEST_PROMPT ? `${prompt.slice(0, LONGEST_PROMPT - 1)}…` : prompt;
  const count = task.stepCount > 0 ? ` ${String(task.stepCount)}` : "";
  return `${SIGNS[task.status]}${count} · ${short === "" ? "Task" : short}`;
}
