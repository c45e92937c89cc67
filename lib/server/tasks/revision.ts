import "server-only";
import { createHash } from "node:crypto";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";

/** Steps, and beside each what names its content. */
export type StepMarks = { steps: readonly Step[]; marks: readonly string[] };

/** Names the content of each step. Those of `known` that stand in the same place are not looked into. */
export function markSteps(steps: readonly Step[], known: StepMarks | null): StepMarks {
  const marks = steps.map((step, index) => {
    const mark = known?.steps[index] === step ? known.marks[index] : undefined;
    return mark ?? digestOf(JSON.stringify(step));
  });
  return { steps, marks };
}

/** Names the content of a task: equal contents have equal revisions. Screenshot addresses are no content. */
export function revisionOf(
  task: Task,
  steps: readonly Step[],
  { marks } = markSteps(steps, null),
): string {
  return digestOf(`${JSON.stringify(task)}\n${marks.join("")}`);
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/**
 * The strong entity tag of a snapshot, quotes included. It ignores `fetchedAt`: confirming is no change. The
 * next try is a time, not a span, so that the tag stays while somebody waits for it.
 */
export function snapshotEtag({ revision, stale }: TaskSnapshot): string {
  if (stale === null) return `"${revision}"`;
  const times = [stale.since, stale.retryAt ?? ""].map((time) => String(Date.parse(time)));
  const suffix = `.${stale.reason}.${times.join(".")}`;
  return `"${revision}${suffix}"`;
}
