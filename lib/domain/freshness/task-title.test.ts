import { describe, expect, it } from "vitest";
import { notificationOfState } from "./notification-of-state";
import { runState, type RunState } from "@/lib/domain/task/run-state";
import { tabIcon } from "./tab-icon";
import { TASK_STATUSES } from "@/lib/domain/task/task-status";
import { taskTitle, type TabState } from "./task-title";

const VERDICT = { agent: null, judge: null, judgement: null };
const STATES: readonly TabState[] = [
  "created",
  "running",
  "paused",
  "finished",
  "ended",
  "failed",
  "stopped",
  "unknown",
  "stuck",
  "needed",
  "not-updating",
];

describe("taskTitle", () => {
  it("carries state, step count and the beginning of the prompt", () => {
    expect(taskTitle("running", { stepCount: 14, prompt: " Buy\nmilk " })).toBe("▶ 14 · Buy milk");
    expect(taskTitle("created", { stepCount: 0, prompt: "" })).toBe("○ · Task");
    expect(taskTitle("stuck", { stepCount: 3, prompt: "Buy milk" })).toBe("⚠ 3 · Buy milk");
    expect(taskTitle("failed", { stepCount: 1, prompt: "x".repeat(200) })).toHaveLength(86);
  });

  it("has a sign of its own for each state", () => {
    const titles = STATES.map((state) => taskTitle(state, { stepCount: 1, prompt: "" }));
    expect(new Set(titles).size).toBe(STATES.length);
  });
});

describe("tabIcon", () => {
  it("draws each state differently, without counting on colour", () => {
    const shapes = STATES.map((state) => tabIcon(state).replaceAll(/%23[0-9a-f]{3,6}/g, ""));
    expect(new Set(shapes).size).toBe(STATES.length);
  });

  it("is a data address of an image that names no other address but its format", () => {
    for (const state of STATES) {
      const address = tabIcon(state);
      expect(address).toMatch(/^data:image\/svg\+xml,%3Csvg/);
      const svg = decodeURIComponent(address.slice(address.indexOf(",") + 1));
      expect(svg.match(/https?:/g)).toHaveLength(1);
    }
  });
});

describe("runState", () => {
  it("is the status of a task that says nothing else", () => {
    for (const status of Object.keys(TASK_STATUSES) as (keyof typeof TASK_STATUSES)[]) {
      const state = status === "finished" ? "ended" : status;
      expect(runState({ status, verdict: VERDICT }, false)).toBe(state);
    }
  });

  it("takes a finished task for failed when the judge says so, or else the agent", () => {
    const finished = (agent: boolean | null, judge: boolean | null) =>
      runState({ status: "finished", verdict: { ...VERDICT, agent, judge } }, false);
    expect(finished(true, false)).toBe("failed");
    expect(finished(false, null)).toBe("failed");
    expect(finished(false, true)).toBe("ended");
    expect(finished(true, null)).toBe("finished");
  });

  it("is stuck when the task is", () => {
    expect(runState({ status: "running", verdict: VERDICT }, true)).toBe("stuck");
  });
});

describe("notificationOfState", () => {
  const task = { stepCount: 14, prompt: "Buy\nmilk" };

  it.each<[RunState, RunState, string | null]>([
    ["running", "finished", "Task finished"],
    ["running", "ended", "Task ended"],
    ["running", "failed", "Task failed"],
    ["running", "stopped", "Task stopped"],
    ["running", "paused", "Task paused"],
    ["running", "stuck", "Task seems stuck"],
    ["stuck", "finished", "Task finished"],
    ["created", "running", null],
    ["stuck", "running", null],
    ["paused", "running", null],
    ["running", "running", null],
    ["paused", "paused", null],
    ["running", "unknown", null],
  ])("tells of a task that goes from %s to %s: %j", (before, after, title) => {
    expect(notificationOfState(before, after, task)?.title ?? null).toBe(title);
  });

  it("says in its body no more than the step count and a short prompt", () => {
    expect(notificationOfState("running", "finished", task)?.body).toBe("14 steps · Buy milk");
    const long = { stepCount: 1, prompt: "x".repeat(500) };
    expect(notificationOfState("running", "failed", long)?.body).toHaveLength(89);
  });
});
