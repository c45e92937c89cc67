import type { Step } from "./step";
import type { ContentDelta, StepPatch, TaskContent } from "./task-content";

/**
 * What changed from one content to another, field by field: `applyDelta(before, diffContent(before, after))`
 * equals `after`. Steps are matched by number. Equal references are taken for equal without a look inside.
 */
export function diffContent(before: TaskContent, after: TaskContent): ContentDelta {
  // The usual poll: nothing changed, and no step has to be looked at.
  if (before === after) return { task: {}, steps: [], removed: [] };
  const same = sameBeginning(before.steps, after.steps);
  const [old, now] = [before.steps.slice(same), after.steps.slice(same)];
  const known = new Map(old.map((step) => [step.number, step]));
  const kept = new Set(now.map((step) => step.number));
  return {
    task: before.task === after.task ? {} : changedFields(before.task, after.task),
    steps: now.flatMap((step) => patchOf(known.get(step.number), step)),
    removed: old.map((step) => step.number).filter((number) => !kept.has(number)),
  };
}

/**
 * The content that a delta leads to. Nothing is mutated; steps without a change keep their reference. A patch
 * of a step that is not there and that does not bring all its fields is left out: it has nothing to stand on.
 */
export function applyDelta(before: TaskContent, delta: ContentDelta): TaskContent {
  const isHeadSame = Object.keys(delta.task).length === 0;
  const task = isHeadSame ? before.task : { ...before.task, ...delta.task };
  if (delta.steps.length === 0 && delta.removed.length === 0) return { task, steps: before.steps };
  const removed = new Set(delta.removed);
  const patches = new Map(delta.steps.map((patch) => [patch.number, patch]));
  const steps = before.steps
    .filter((step) => !removed.has(step.number))
    .map((step) => {
      const patch = patches.get(step.number);
      patches.delete(step.number);
      return patch === undefined ? step : { ...step, ...patch };
    });
  const added = [...patches.values()].filter(isWhole);
  return { task, steps: [...steps, ...added].sort((a, b) => a.number - b.number) };
}

/** The newer content with the older one's references wherever the two say the same. */
export function shareContent(older: TaskContent, newer: TaskContent): TaskContent {
  const task = isSame(older.task, newer.task) ? older.task : newer.task;
  const same = sameBeginning(older.steps, newer.steps);
  const known = new Map(older.steps.slice(same).map((step) => [step.number, step]));
  const rest = newer.steps.slice(same).map((step) => {
    const before = known.get(step.number);
    return before !== undefined && isSame(before, step) ? before : step;
  });
  const steps = [...newer.steps.slice(0, same), ...rest];
  const isAllSame = sameBeginning(older.steps, steps) === older.steps.length;
  return { task, steps: isAllSame && steps.length === older.steps.length ? older.steps : steps };
}

/** How many steps at the beginning are the same objects: most of them, from one answer to the next. */
function sameBeginning(before: readonly Step[], after: readonly Step[]): number {
  const first = before.findIndex((step, index) => step !== after[index]);
  return first === -1 ? before.length : first;
}

function patchOf(before: Step | undefined, after: Step): StepPatch[] {
  if (before === after) return [];
  if (before === undefined) return [after];
  const fields = changedFields(before, after);
  return Object.keys(fields).length === 0 ? [] : [{ ...fields, number: after.number }];
}

function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const fields: Partial<T> = {};
  for (const key of keysOf(after)) {
    if (!isSame(before[key], after[key])) fields[key] = after[key];
  }
  return fields;
}

/** The keys of one of our own types, which have no keys beside those declared. */
function keysOf<T extends object>(value: T): (keyof T)[] {
  return Object.keys(value) as (keyof T)[];
}

/** Equality of JSON values, with keys in one order, as one mapper writes them. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A record, so that a field added to `Step` has to be named here. */
const STEP_FIELDS: Record<keyof Omit<Step, "usage">, true> = {
  number: true,
  memory: true,
  evaluation: true,
  outcome: true,
  nextGoal: true,
  url: true,
  hasScreenshot: true,
  screenshotKey: true,
  actions: true,
  durationSeconds: true,
  isReported: true,
  cut: true,
};

function isWhole(patch: StepPatch): patch is Step {
  return keysOf(STEP_FIELDS).every((field) => patch[field] !== undefined);
}
