import type { Step } from "./step";
import type { Task } from "./task";
import type { TaskContent } from "./task-content";

/** A task for tests, with nothing in it but what is given; its steps are numbered from 1 unless said otherwise. */
export function testContent(given: {
  task?: Partial<Task>;
  steps?: readonly Partial<Step>[];
}): TaskContent {
  const steps = (given.steps ?? []).map((step, index) => ({
    number: index + 1,
    memory: "",
    evaluation: "",
    outcome: "unknown" as const,
    nextGoal: "",
    url: "",
    hasScreenshot: false,
    screenshotKey: null,
    actions: [],
    durationSeconds: null,
    isReported: true,
    cut: null,
    ...step,
  }));
  const task: Task = {
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
    ...given.task,
  };
  return { task, steps };
}
