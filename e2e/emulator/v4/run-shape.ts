import type { RunAttachment, RunSummary, SessionInfo } from "browser-use-sdk/v4";
import { fileId, type Scene } from "../shape-common";
import { elapsedAt } from "../task-clock";
import type { ShownEntry } from "./log-entry";
import { shownLog, wholeLog } from "./shown-log";
import { dollars, usageOfStep } from "./usage";
import { utc } from "./wire-event";

/** A shape of the vendor's types; a script may have a status from the future. */
type AnyStatus<Shape> = Omit<Shape, "status"> & { status: string };

const STATUS_AFTER: Readonly<Record<string, string>> = {
  "run.created": "queued",
  "run.dispatching": "dispatching",
  "run.dispatched": "running",
  "run.completed": "completed",
  "run.failed": "failed",
  "run.dispatch_failed": "failed",
  "run.cancelled": "cancelled",
};

/** A run as `GET /runs/{id}` answers it. */
export function runSummary(scene: Scene): AnyStatus<RunSummary> {
  const { task } = scene;
  const { script } = task;
  const shown = shownLog(scene);
  const status = statusAfter(scene, shown);
  const { judgement, judgedAt } = judged(scene, status);
  const calls = shown.filter(({ entry }) => entry.type === "llm.response");
  const usages = calls.map((_, index) => usageOfStep(index));
  return {
    id: task.id,
    task: script.prompt,
    title: status === "queued" ? null : titleOf(script.prompt),
    model: script.model,
    contextLimit: 400_000,
    status,
    result: status === "completed" ? (script.ending?.output ?? null) : null,
    error: status === "failed" ? (script.ending?.output ?? "") : null,
    sessionId: task.sessionId,
    workspaceId: task.runState.workspaceId,
    attachedFileIds: attachments(scene).map(({ id }) => id),
    judgement,
    totalInputTokens: sum(usages.map(({ inputTokens }) => inputTokens)),
    totalOutputTokens: sum(usages.map(({ outputTokens }) => outputTokens)),
    totalCostUsd: dollars(sum(usages.map(({ microDollars }) => microDollars))),
    createdAt: utc(createdAt(scene)),
    updatedAt: utc(Math.max(shown.at(-1)?.at ?? task.createdAt, judgedAt ?? 0)),
  };
}

/** Where a run stands, in the word of v4. */
export function runStatus(scene: Scene): string {
  return statusAfter(scene, shownLog(scene));
}

/** When a run was made, epoch milliseconds. */
export function createdAt(scene: Scene): number {
  return shownLog(scene)[0]?.at ?? scene.task.createdAt;
}

/** A session as it stands in a list: what is known of its newest run. */
export function sessionInfo(newest: Scene): AnyStatus<SessionInfo> {
  const run = runSummary(newest);
  const { sessionId, workspaceId, task, title, status } = run;
  const times = { createdAt: run.createdAt, updatedAt: run.updatedAt };
  return { sessionId, workspaceId, latestRunId: run.id, task, title, status, ...times };
}

/** The files that somebody gave to a run. */
export function attachments({ task }: Scene): RunAttachment[] {
  return (task.script.uploads ?? []).map(({ name, content, type }, index) => ({
    id: fileId(task, "uploads", index),
    name,
    contentType: type ?? "text/plain",
    sizeBytes: Buffer.byteLength(content),
    status: "uploaded",
  }));
}

function statusAfter({ task }: Scene, shown: readonly ShownEntry[]): string {
  const { fixedStatus } = task.script;
  if (fixedStatus !== undefined && !task.runState.isCancelled) return fixedStatus;
  const last = shown.findLast(({ entry }) => STATUS_AFTER[entry.type] !== undefined);
  return STATUS_AFTER[last?.entry.type ?? ""] ?? "queued";
}

/** The judgement, once it has landed: some seconds after the end, by the run's own time. */
function judged(scene: Scene, status: string) {
  const { task, now } = scene;
  const judge = task.script.ending?.judge;
  const nothing = { judgement: null, judgedAt: null };
  if (judge === undefined || task.clock === null) return nothing;
  if (status !== "completed" && status !== "failed") return nothing;
  const endedAfter = wholeLog(scene).at(-1)?.at ?? 0;
  if (elapsedAt(task.clock, now) < endedAfter + task.runState.judgedAfter) return nothing;
  const judgedAt = (shownLog(scene).at(-1)?.at ?? 0) + task.runState.judgedAfter * 1000;
  if (judge.raw !== undefined) return { judgement: parsed(judge.raw), judgedAt };
  const { verdict, reasoning } = judge;
  const [firstSentence = ""] = reasoning.split(/(?<=\.)\s/);
  const judgement = {
    reasoning,
    verdict,
    failure_reason: verdict ? "" : firstSentence,
    impossible_task: false,
    reached_captcha: false,
  };
  return { judgement, judgedAt };
}

/** A judgement that was recorded as text, where it is an object. */
function parsed(text: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The first words of the prompt. */
function titleOf(prompt: string): string {
  return prompt.split(/\s+/).slice(0, 6).join(" ");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, part) => total + part, 0);
}
