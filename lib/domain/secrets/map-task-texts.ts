import type { Action } from "@/lib/domain/task/action";
import type { JsonObject, JsonValue } from "@/lib/domain/text/json";
import { isSecretName } from "./secret-names";
import type { Step, StepTextField } from "@/lib/domain/task/step";
import type { Task, TaskFile, TaskTextField } from "@/lib/domain/task/task";

/** Where a text of a task stands: in a step, or in the task itself. */
export type TextPlace =
  | { step: number; field: StepTextField }
  | { step: null; field: TaskTextField | "suggestions" | "metadata" | "files" | "uploads" | "run" };

/** Changes one text. `isSecret`: it stands under the name of a secret, as in `{"password": "…"}`. */
export type MapText = (text: string, place: TextPlace, isSecret: boolean) => string;

/** The task with every text that an agent, a page or a person wrote changed by `map`; the same object where none did. */
export function mapTaskTexts(task: Task, map: MapText): Task {
  const own = (field: TaskTextField) => (text: string) => map(text, { step: null, field }, false);
  const { judgement } = task.verdict;
  return changed(task, {
    prompt: own("prompt")(task.prompt),
    output: task.output === null ? null : own("output")(task.output),
    verdict: changed(task.verdict, {
      judgement: judgement === null ? null : own("judgement")(judgement),
    }),
    suggestions:
      task.suggestions &&
      mapAll(task.suggestions, (text) => map(text, { step: null, field: "suggestions" }, false)),
    files: mapFiles(task.files, "files", map),
    uploads: mapFiles(task.uploads, "uploads", map),
    metadata: mapObject(task.metadata, { step: null, field: "metadata" }, map),
    ...(task.run === undefined ? {} : { run: mapRun(task.run, map) }),
  });
}

/** The step with every text in it changed by `map`; the same object where none did. */
export function mapStepTexts(step: Step, map: MapText): Step {
  const own = (field: Exclude<StepTextField, "actions">) =>
    map(step[field], { step: step.number, field }, false);
  return changed(step, {
    memory: own("memory"),
    evaluation: own("evaluation"),
    nextGoal: own("nextGoal"),
    url: own("url"),
    actions: mapAll(step.actions, (action) => mapAction(action, step.number, map)),
  });
}

function mapRun(run: NonNullable<Task["run"]>, map: MapText): NonNullable<Task["run"]> {
  const own = (text: string | null) => text && map(text, { step: null, field: "run" }, false);
  return changed(run, { title: own(run.title), error: own(run.error) });
}

function mapFiles(
  files: readonly TaskFile[],
  field: "files" | "uploads",
  map: MapText,
): readonly TaskFile[] {
  return mapAll(files, (file) =>
    changed(file, { name: map(file.name, { step: null, field }, false) }),
  );
}

function mapAction(action: Action, step: number, map: MapText): Action {
  const place: TextPlace = { step, field: "actions" };
  if ("raw" in action) return changed(action, { raw: map(action.raw, place, false) });
  const { element } = action;
  const notes: { result?: string; error?: string; title?: string } = {};
  for (const key of ["result", "error", "title"] as const) {
    const note = action[key];
    if (note !== undefined) notes[key] = map(note, place, false);
  }
  return changed(action, {
    name: map(action.name, place, false),
    params: mapObject(action.params, place, map),
    ...notes,
    ...(element === undefined
      ? {}
      : { element: changed(element, { name: map(element.name, place, false) }) }),
  });
}

function mapObject(value: JsonObject, place: TextPlace, map: MapText): JsonObject {
  const entries = Object.entries(value);
  const mapped = entries.map(([key, part]): [string, JsonValue] => [
    map(key, place, false),
    mapValue(part, place, map, isSecretName(key)),
  ]);
  const isSame = mapped.every(
    ([key, part], index) => key === entries[index]?.[0] && part === entries[index][1],
  );
  // `fromEntries` makes an own key of every name, `__proto__` too.
  return isSame ? value : Object.fromEntries(mapped);
}

function mapValue(value: JsonValue, place: TextPlace, map: MapText, isSecret: boolean): JsonValue {
  if (typeof value === "string") return map(value, place, isSecret);
  if (typeof value === "number") {
    const text = String(value);
    const mapped = isSecret ? map(text, place, true) : text;
    return mapped === text ? value : mapped;
  }
  if (typeof value !== "object" || value === null) return value;
  // Declared as a readonly array, which `Array.isArray` does not narrow to.
  if (isList(value)) return mapAll(value, (part) => mapValue(part, place, map, isSecret));
  return mapObject(value, place, map);
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function mapAll<T>(all: readonly T[], map: (one: T) => T): readonly T[] {
  const mapped = all.map(map);
  return mapped.every((one, index) => one === all[index]) ? all : mapped;
}

/** The object with these fields, or the object itself where they are what it has. */
function changed<T extends object>(object: T, fields: Partial<T>): T {
  // The keys of a partial object of a type are keys of that type.
  const keys = Object.keys(fields) as (keyof T)[];
  return keys.every((key) => fields[key] === object[key]) ? object : { ...object, ...fields };
}
