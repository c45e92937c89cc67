import { describe, expect, it } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { compareRuns } from "./compare-runs";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";

const NOW = Date.parse("2026-03-01T12:10:00Z");

function content(task: Partial<Task> = {}, outcomes: readonly Step["outcome"][] = []): TaskContent {
  return {
    task: {
      id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
      prompt: "Buy milk",
      status: "finished",
      rawStatus: "finished",
      model: null,
      createdAt: null,
      startedAt: "2026-03-01T12:00:00Z",
      finishedAt: "2026-03-01T12:02:00Z",
      output: null,
      verdict: { agent: true, judge: null, judgement: null },
      judgeFlags: null,
      suggestions: null,
      cost: "0.05",
      files: [],
      uploads: [],
      metadata: {},
      agentVersion: null,
      sessionStatus: null,
      hasLive: false,
      stepCount: 10,
      cut: null,
      ...task,
    },
    steps: outcomes.map((outcome, at) => sampleStep(at + 1, { outcome })),
  };
}

const fact = (name: string, a: TaskContent, b: TaskContent) =>
  compareRuns(a, b, NOW).find((each) => each.name === name);

describe("compareRuns", () => {
  it("says in every fact that a run is like itself", () => {
    const facts = compareRuns(content(), content(), NOW);
    expect(facts.every(({ isSame }) => isSame)).toBe(true);
    expect(facts.map(({ name }) => name)).toEqual([
      "Status",
      "Agent's claim",
      "Judge's verdict",
      "Steps",
      "Failed steps",
      "Time",
      "Cost",
    ]);
  });

  it("writes differences with sign and words, seen from B", () => {
    const b = content({ stepCount: 14, finishedAt: "2026-03-01T12:01:15Z", cost: "0.0725" });
    expect(fact("Steps", content(), b)).toMatchObject({
      a: "10",
      b: "14",
      difference: "+4, B more",
    });
    expect(fact("Steps", b, content())).toMatchObject({ difference: "−4, B fewer" });
    expect(fact("Time", content(), b)).toMatchObject({
      a: "2 m 00 s",
      b: "1 m 15 s",
      difference: "−45 s, B shorter",
    });
    expect(fact("Cost", content(), b)).toMatchObject({
      b: "$0.0725",
      difference: "+$0.0225, B more",
    });
  });

  it("counts the steps that failed", () => {
    const a = content({}, ["success", "failure", "unknown"]);
    const b = content({}, ["failure", "failure", "failure"]);
    expect(fact("Failed steps", a, b)).toMatchObject({ a: "1", b: "3", difference: "+2, B more" });
  });

  it("keeps the agent's claim and the judge's verdict apart, and nobody's word apart from a no", () => {
    const b = content({ verdict: { agent: false, judge: false, judgement: null } });
    expect(fact("Agent's claim", content(), b)).toMatchObject({
      a: "Success",
      b: "Failure",
      difference: "Differs",
    });
    expect(fact("Judge's verdict", content(), b)).toMatchObject({
      a: "–",
      b: "Failure",
      difference: "Known of B only",
    });
  });

  it("lets the time of a running task grow, and does not invent what is not known", () => {
    const running = content({ status: "running", finishedAt: null, cost: null });
    expect(fact("Time", content(), running)).toMatchObject({
      b: "10 m 00 s",
      difference: "+8 m 00 s, B longer",
    });
    expect(fact("Cost", content(), running)).toMatchObject({
      b: "–",
      difference: "Known of A only",
    });
    expect(fact("Cost", running, running)).toMatchObject({ difference: "Not known", isSame: true });
    expect(fact("Cost", content(), content({ cost: "free" }))).toMatchObject({ b: "–" });
  });
});
