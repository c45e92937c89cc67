import type { Step } from "./step";
import type { Task } from "./task";

/** A task of which nothing is known, or shown. */
export const BLANK_TASK: Task = {
  id: "",
  prompt: "",
  status: "unknown",
  rawStatus: "",
  model: null,
  createdAt: null,
  startedAt: null,
  finishedAt: null,
  output: null,
  verdict: { agent: null, judge: null, judgement: null },
  judgeFlags: null,
  suggestions: null,
  cost: null,
  files: [],
  uploads: [],
  metadata: {},
  agentVersion: null,
  sessionStatus: null,
  hasLive: false,
  stepCount: 0,
  cut: null,
};

/** A step of which nothing is known, or shown. */
export const BLANK_STEP: Step = {
  number: 0,
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
};
