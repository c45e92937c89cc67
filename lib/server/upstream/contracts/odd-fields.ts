import "server-only";
import type { TaskContract } from "./recognise-contract";

type Kind = "text" | "yes-or-no" | "number" | "list" | "object" | "nothing";
type Shape = Readonly<Record<string, readonly Kind[]>>;

/** A field that is there and is not what its contract promises: its name, and what came instead. */
export type OddField = { field: string; got: Kind };

const TEXT: readonly Kind[] = ["text"];
const MAYBE_TEXT: readonly Kind[] = ["text", "nothing"];
const MAYBE_CLAIM: readonly Kind[] = ["yes-or-no", "nothing"];

const BOTH: Shape = {
  id: TEXT,
  sessionId: TEXT,
  llm: TEXT,
  task: TEXT,
  status: TEXT,
  finishedAt: MAYBE_TEXT,
  metadata: ["object", "nothing"],
  steps: ["list"],
  outputFiles: ["list"],
  browserUseVersion: MAYBE_TEXT,
  isSuccess: MAYBE_CLAIM,
};

const TASK: Record<TaskContract, Shape> = {
  documented: {
    ...BOTH,
    session: ["object"],
    startedAt: TEXT,
    doneOutput: MAYBE_TEXT,
    userUploadedFiles: ["list"],
  },
  current: {
    ...BOTH,
    createdAt: TEXT,
    startedAt: MAYBE_TEXT,
    output: MAYBE_TEXT,
    cost: MAYBE_TEXT,
    judgement: MAYBE_TEXT,
    judgeVerdict: MAYBE_CLAIM,
  },
};

const STEP: Shape = {
  number: ["number"],
  memory: TEXT,
  evaluationPreviousGoal: TEXT,
  nextGoal: TEXT,
  url: TEXT,
  screenshotUrl: MAYBE_TEXT,
  actions: ["list"],
  duration: ["number", "nothing"],
};

/** Fields of a task that are null or of a type that was not promised. */
export function oddFields(contract: TaskContract, body: object): OddField[] {
  return collect("", TASK[contract], body);
}

/** The same of one of its steps (`steps.url`). */
export function oddStepFields(step: unknown): readonly OddField[] {
  return collect("steps.", STEP, step);
}

/** Each field and what came instead of it once, in the order in which they came. */
export function eachOnce(odd: Iterable<OddField>): OddField[] {
  return [...new Map(Array.from(odd, (one) => [`${one.field} ${one.got}`, one])).values()];
}

function collect(prefix: string, shape: Shape, value: unknown): OddField[] {
  const found: OddField[] = [];
  if (typeof value !== "object" || value === null) return found;
  for (const name in shape) {
    if (!Object.hasOwn(value, name)) continue;
    const got = kindOf(Reflect.get(value, name));
    if (shape[name]?.includes(got) === false) found.push({ field: prefix + name, got });
  }
  return found;
}

function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case "string":
      return "text";
    case "boolean":
      return "yes-or-no";
    case "number":
      return "number";
    default:
      if (value === null || value === undefined) return "nothing";
      return Array.isArray(value) ? "list" : "object";
  }
}
