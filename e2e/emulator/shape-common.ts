import { isSessionActive, observe, stableId, type EmulatedTask } from "./emulated-task";
import { presign } from "./presign";

/** A moment as the upstream writes it: naive UTC with microseconds. */
export function naiveUtc(epochMs: number | null): string | null {
  if (epochMs === null) return null;
  return `${new Date(Math.round(epochMs)).toISOString().slice(0, -1)}000`;
}

/** What both shapes need to know of a task now. */
export type Scene = { task: EmulatedTask; origin: string; now: number };

/** Signs the address of one object of a task. */
export function signed(
  scene: Scene,
  kind: string,
  name: string,
  fileName: string,
  more: { lifetimeSeconds?: number; disposition?: "inline" | "attachment" } = {},
): string {
  const { task, origin, now } = scene;
  const path = `/assets/${task.id}/${kind}/${encodeURIComponent(name)}`;
  const { assetGeneration: generation, assetLifetime: lifetimeSeconds } = task;
  return origin + presign({ path, fileName, now, lifetimeSeconds, generation, ...more });
}

/** The steps that are done, without what only one shape has. */
export function wireSteps(scene: Scene): Record<string, unknown>[] {
  const { task, now } = scene;
  return task.script.steps.slice(0, observe(task, now).stepsDone).map((step, index) => ({
    number: step.number ?? index + 1,
    memory: step.memory,
    evaluationPreviousGoal: step.evaluation,
    nextGoal: step.goal,
    url: step.url,
    screenshotUrl:
      step.screenshot === null
        ? null
        : signed(scene, "steps", String(index + 1), `step ${String(index + 1)}+.png`),
    actions: step.actions,
  }));
}

/** The id of a file of a task; stable for the life of the task. */
export function fileId(task: EmulatedTask, kind: "files" | "uploads", index: number): string {
  return stableId(`${task.id} ${kind} ${String(index)}`);
}

/** Files as both shapes list them; output files appear when the task has ended. */
export function wireFiles(scene: Scene, kind: "files" | "uploads"): Record<string, unknown>[] {
  const { task, now } = scene;
  if (kind === "files" && observe(task, now).phase !== "ended") return [];
  const files = kind === "files" ? task.script.files : task.script.uploads;
  return (files ?? []).map(({ name }, index) => ({
    id: fileId(task, kind, index),
    fileName: name,
  }));
}

/** The live address while there is something to see. */
export function liveUrl({ task, origin, now }: Scene): string | null {
  const isUp = isSessionActive(task, now) && observe(task, now).phase !== "created";
  return isUp ? `${origin}/live/${task.liveToken}` : null;
}

/** Lays a patch over a body, object by object, for odd payloads; `null` is served as null. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged[key] = null;
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
