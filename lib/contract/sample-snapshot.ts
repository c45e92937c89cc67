import type { Step } from "@/lib/domain/step";
import type { TaskSnapshot } from "./task-snapshot";

/** A step for tests, with nothing in it but its number and what is given. */
export function sampleStep(number: number, fields: Partial<Step> = {}): Step {
  return {
    number,
    memory: "",
    evaluation: "",
    outcome: "unknown",
    nextGoal: "",
    url: "",
    hasScreenshot: false,
    screenshotKey: null,
    actions: [],
    durationSeconds: null,
    isReported: true,
    cut: null,
    ...fields,
  };
}

/** A snapshot of a running task for tests. */
export function sampleSnapshot(fields: Partial<TaskSnapshot> = {}): TaskSnapshot {
  const steps = fields.steps ?? [];
  return {
    revision: "a",
    fetchedAt: "2026-03-01T12:00:00.000Z",
    stale: null,
    steps,
    task: {
      id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
      prompt: "Buy milk",
      status: "running",
      rawStatus: "started",
      model: null,
      createdAt: null,
      startedAt: null,
      finishedAt: null,
      output: null,
      verdict: { agent: null, judge: null, judgement: null },
      cost: null,
      files: [],
      uploads: [],
      metadata: {},
      agentVersion: null,
      sessionStatus: null,
      hasLive: false,
      stepCount: steps.length,
      cut: null,
    },
    ...fields,
  };
}
