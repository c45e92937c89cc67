import type { Action } from "@/lib/domain/task/action";
import { BLANK_STEP, BLANK_TASK } from "@/lib/domain/task/blank-content";
import type { Cut, Step } from "@/lib/domain/task/step";
import type { ShareScope } from "./grant";
import type { JsonObject } from "@/lib/domain/text/json";
import type { Masking } from "@/lib/domain/secrets/masking";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";

/** The fields of a task that each scope shows. What stands in no row is never shown by a share link. */
const TASK_FIELDS: Readonly<Record<ShareScope, readonly (keyof Task)[]>> = {
  status: [
    "id",
    "status",
    "rawStatus",
    "createdAt",
    "startedAt",
    "finishedAt",
    "verdict",
    "stepCount",
  ],
  steps: [],
  screenshots: [],
  prompt: ["prompt", "cut"],
  output: ["output", "judgeFlags", "suggestions", "cut"],
  files: ["files"],
};

const STEP_FIELDS: Readonly<Partial<Record<ShareScope, readonly (keyof Step)[]>>> = {
  steps: [
    "number",
    "memory",
    "evaluation",
    "outcome",
    "nextGoal",
    "url",
    "actions",
    "durationSeconds",
    "isReported",
    "cut",
  ],
  screenshots: ["hasScreenshot", "screenshotKey"],
};

/** What of a task the scopes show: the fields that they name, and blanks for all others. */
export function projectContent(
  { task, steps }: TaskContent,
  scopes: readonly ShareScope[],
  masking: Masking,
): TaskContent {
  const shown = scopes.includes("steps") ? steps : [];
  return {
    task: projectTask(task, scopes, masking),
    steps: shown.map((step) => projectStep(step, scopes, masking)),
  };
}

/** What of a task's head the scopes show. */
export function projectTask(task: Task, scopes: readonly ShareScope[], masking: Masking): Task {
  const isOutput = scopes.includes("output");
  const { agent, judge, judgement } = task.verdict;
  const narrowed: Task = {
    ...task,
    verdict: { agent, judge, judgement: isOutput ? judgement : null },
    cut: cutOf(task.cut, [
      ...(scopes.includes("prompt") ? (["prompt"] as const) : []),
      ...(isOutput ? (["output", "judgement"] as const) : []),
    ]),
  };
  return masking.task({ ...BLANK_TASK, ...visibleOfTask(narrowed, scopes) });
}

/** What of a step the scopes show. */
export function projectStep(step: Step, scopes: readonly ShareScope[], masking: Masking): Step {
  const actions = step.actions.map((action) => narrowAction(action, scopes));
  return masking.step({ ...BLANK_STEP, ...visibleOfStep({ ...step, actions }, scopes) });
}

/** The fields of a task, or of those that changed, that the scopes name. */
export function visibleOfTask(
  task: Readonly<Partial<Task>>,
  scopes: readonly ShareScope[],
): Partial<Task> {
  return pick(
    task,
    scopes.flatMap((scope) => TASK_FIELDS[scope]),
  );
}

/** The fields of a step, or of those that changed, that the scopes name. */
export function visibleOfStep(
  step: Readonly<Partial<Step>>,
  scopes: readonly ShareScope[],
): Partial<Step> {
  return pick(
    step,
    scopes.flatMap((scope) => STEP_FIELDS[scope] ?? []),
  );
}

/** Actions with which an agent writes files: what it writes is the file. */
const WRITES = /write|append|replace|save|create/i;
/** The same of agents of v4, whose tools have names of one word; what one reads of a file is the file, too. */
const FILE_TOOLS = /^(?:read|write|edit|multiedit|patch|apply_patch)$/i;

/**
 * An action repeats what it hands over: the last one the output, one that writes a file its content. That is shown
 * only where the output, or the files, are.
 */
function narrowAction(action: Action, scopes: readonly ShareScope[]): Action {
  if ("raw" in action) {
    const tellsOutput = !scopes.includes("output") && /\bdone\b/i.test(action.raw);
    const tellsFile = !scopes.includes("files") && /file/i.test(action.raw);
    return tellsOutput || tellsFile ? { raw: "" } : action;
  }
  const { name, params } = action;
  if (/^(?:done|answer)$/i.test(name) && !scopes.includes("output")) {
    return { name, params: keep(params, ([, value]) => typeof value === "boolean") };
  }
  const isFile = (/file/i.test(name) && WRITES.test(name)) || FILE_TOOLS.test(name);
  if (isFile && !scopes.includes("files")) {
    return { name, params: keep(params, ([key]) => /name|path/i.test(key)) };
  }
  return action;
}

function keep(params: JsonObject, isKept: (entry: [string, unknown]) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(params).filter(isKept));
}

function cutOf<Field extends string>(
  cut: Cut<Field> | null,
  fields: readonly Field[],
): Cut<Field> | null {
  const kept: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const size = cut?.[field];
    if (size !== undefined) kept[field] = size;
  }
  return Object.keys(kept).length === 0 ? null : kept;
}

function pick<T extends object>(value: T, fields: readonly (keyof T)[]): Partial<T> {
  const picked: Partial<T> = {};
  for (const field of fields) if (Object.hasOwn(value, field)) picked[field] = value[field];
  return picked;
}
