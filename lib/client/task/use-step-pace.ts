import { useState } from "react";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { notePace, pacedTask, startPace, type StepPace } from "@/lib/domain/freshness/step-pace";

/** The pace of a task as this page has seen it, from one snapshot to the next; `null` before the first. */
export function useStepPace(snapshot: TaskSnapshot | null): StepPace | null {
  const [pace, setPace] = useState<StepPace | null>(null);
  if (snapshot === null) return pace;
  const at = Date.parse(snapshot.fetchedAt);
  const task = pacedTask(snapshot);
  const next = pace === null ? startPace(task, at) : notePace(pace, task, at);
  // Before the paint, so that no line speaks of a step that is not there yet.
  if (next !== pace) setPace(next);
  return next;
}
