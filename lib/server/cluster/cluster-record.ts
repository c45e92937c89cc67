import "server-only";
import { z } from "zod";
import { isProblemCode, type ProblemCode } from "@/lib/contract/problem";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import { isTaskStatus, type TaskStatus } from "@/lib/domain/task/task-status";
import {
  fromStorableRun,
  toStorableRun,
  type StorableRun,
} from "@/lib/server/upstream/v4/storable-run";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";

const MOST_STEPS = 20_000;
const MOST_FILES = 10_000;
const MOST_ACTIONS = 200;
const LONGEST_MS = 3_600_000;
const MOST_IN_A_ROW = 1_000_000;

/** What one call to the upstream brought, for all instances. Times are milliseconds. */
export type ClusterRecord =
  | {
      kind: "task";
      /** From the start of the call until the record was made. */
      tookMs: number;
      /** For how long the task had been seen as final; `null` while it is not. */
      finalForMs: number | null;
      upstream: Omit<UpstreamTask, "screenshotUrls" | "source" | "run"> & {
        screenshotUrls: [number, string][];
        run?: StorableRun;
      };
    }
  | {
      kind: "failure";
      tookMs: number;
      code: ProblemCode;
      retryAfterSeconds: number | null;
      /** Nobody repeats the call before the record is this old. */
      pauseMs: number;
      inARow: number;
    };

const ms = z.number().min(0).max(LONGEST_MS);
const text = z.string().nullable();
const claim = z.boolean().nullable();
const file = z.strictObject({ id: z.string(), name: z.string() });
const stepNumber = z.number().int().min(0);
const json = z.record(z.string(), z.json());
const count = z.number().int().min(0);
const usage = z.strictObject({ inputTokens: count, outputTokens: count, cost: text });
const sessionStatus = z.enum(["active", "stopped", "unknown"]);

const task = z.strictObject({
  id: z.string(),
  prompt: z.string(),
  status: z.custom<TaskStatus>(isTaskStatus),
  rawStatus: z.string(),
  model: text,
  createdAt: text,
  startedAt: text,
  finishedAt: text,
  output: text,
  verdict: z.strictObject({ agent: claim, judge: claim, judgement: text }),
  judgeFlags: z
    .strictObject({ reachedCaptcha: z.boolean(), impossibleTask: z.boolean() })
    .nullable(),
  suggestions: z.array(z.string()).max(50).nullable(),
  cost: text,
  files: z.array(file).max(MOST_FILES),
  uploads: z.array(file).max(MOST_FILES),
  metadata: json,
  agentVersion: text,
  sessionStatus: sessionStatus.nullable(),
  hasLive: z.boolean(),
  stepCount: z.number().int().min(0),
  cut: z.custom<Task["cut"]>(isCut),
  run: z
    .strictObject({
      title: text,
      error: text,
      usage,
      searchCost: text,
      contextLimit: z.number().nullable(),
      browsers: z
        .array(
          z.strictObject({
            id: z.string(),
            status: sessionStatus,
            startedAt: text,
            finishedAt: text,
            browserCost: text,
            proxyCost: text,
          }),
        )
        .nullable(),
    })
    .exactOptional(),
});

const bounds = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
const element = z.strictObject({ bounds: bounds.nullable(), name: z.string() });

const step = z.strictObject({
  number: stepNumber,
  memory: z.string(),
  evaluation: z.string(),
  outcome: z.enum(["success", "failure", "unknown"]),
  nextGoal: z.string(),
  url: z.string(),
  hasScreenshot: z.boolean(),
  screenshotKey: text,
  isReported: z.boolean(),
  cut: z.custom<Step["cut"]>(isCut),
  actions: z
    .array(
      z.union([
        z.strictObject({ raw: z.string() }),
        z.strictObject({
          name: z.string(),
          params: json,
          element: element.exactOptional(),
          result: z.string().exactOptional(),
          error: z.string().exactOptional(),
          title: z.string().exactOptional(),
        }),
      ]),
    )
    .max(MOST_ACTIONS),
  durationSeconds: z.number().min(0).nullable(),
  usage: usage.exactOptional(),
});

const at = z.number().nullable();
const run: z.ZodType<StorableRun> = z.strictObject({
  settledTo: count,
  settledSteps: count.max(MOST_STEPS),
  facts: z.strictObject({
    life: z
      .enum([
        "created",
        "dispatching",
        "dispatched",
        "completed",
        "failed",
        "cancelled",
        "dispatch_failed",
      ])
      .nullable(),
    error: text,
    startedAt: at,
    endedAt: at,
    callUsage: usage.nullable(),
    stepUsage: usage.nullable(),
    searchCost: text,
    liveUrl: text,
    filesChanged: count,
  }),
  files: z
    .strictObject({ readAt: z.number(), changes: z.number().int(), hadEnded: z.boolean() })
    .nullable(),
});

const schema: z.ZodType<ClusterRecord> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("task"),
    tookMs: ms,
    finalForMs: z.number().min(0).nullable(),
    upstream: z.strictObject({
      contract: z.enum(["documented", "current", "v4"]),
      task,
      steps: z.array(step).max(MOST_STEPS),
      liveUrl: text,
      sessionId: text,
      screenshotUrls: z.array(z.tuple([stepNumber, z.string()])).max(MOST_STEPS),
      bytes: z.number().int().min(0),
      run: run.exactOptional(),
    }),
  }),
  z.strictObject({
    kind: z.literal("failure"),
    tookMs: ms,
    code: z.custom<ProblemCode>(isProblemCode),
    retryAfterSeconds: z.number().int().min(1).max(LONGEST_MS).nullable(),
    pauseMs: ms,
    inARow: z.number().int().min(1).max(MOST_IN_A_ROW),
  }),
]);

/** Which texts were cut, with their full sizes, or `null`. */
function isCut(value: unknown): boolean {
  return z.record(z.string(), z.number().min(0)).nullable().safeParse(value).success;
}

/** The text of a record. */
export function encodeRecord(record: ClusterRecord): string {
  return JSON.stringify(record);
}

/** Reads a record of a task; `null` for anything else, such as the record of another version or task. */
export function decodeRecord(taskId: string, encoded: string): ClusterRecord | null {
  const record = parseJson(encoded);
  if (!isRecord(record)) return null;
  const isOther = record.kind === "task" && record.upstream.task.id.toLowerCase() !== taskId;
  return isOther ? null : record;
}

/** The value as it came, not as the schema would copy it: a revision depends on the order of names. */
function isRecord(value: unknown): value is ClusterRecord {
  return schema.safeParse(value).success;
}

function parseJson(encoded: string): unknown {
  try {
    return JSON.parse(encoded);
  } catch {
    return null;
  }
}

/** The record's part of an answer. */
export function toStorable(
  upstream: UpstreamTask,
): Extract<ClusterRecord, { kind: "task" }>["upstream"] {
  // Its source is for whoever made the call.
  const { contract, task, steps, liveUrl, sessionId, bytes, run } = upstream;
  const screenshotUrls = [...upstream.screenshotUrls];
  const shared = { contract, task, steps, screenshotUrls, liveUrl, sessionId, bytes };
  return run === undefined ? shared : { ...shared, run: toStorableRun(run) };
}

/** The answer that a record was made of. */
export function fromStorable(
  shared: Extract<ClusterRecord, { kind: "task" }>["upstream"],
): UpstreamTask {
  const { run, ...rest } = shared;
  const upstream = { ...rest, screenshotUrls: new Map(shared.screenshotUrls) };
  if (run === undefined) return upstream;
  return { ...upstream, run: fromStorableRun(run, upstream.steps, upstream.screenshotUrls) };
}
