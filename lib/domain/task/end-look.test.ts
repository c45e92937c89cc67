import { describe, expect, it } from "vitest";
import { endLook, hasAnswer } from "./end-look";
import { runState } from "./run-state";
import { TASK_STATUSES, type TaskStatus } from "./task-status";
import { testContent } from "@/test/factories/content";

const CLAIMS = [true, false, null];
const STATUSES = Object.keys(TASK_STATUSES) as TaskStatus[];
const verdictOf = (agent: boolean | null, judge: boolean | null) => ({
  agent,
  judge,
  judgement: null,
});

describe("endLook", () => {
  it("looks like a success exactly where somebody says so, nobody denies it and the task is finished", () => {
    for (const status of STATUSES)
      for (const agent of CLAIMS)
        for (const judge of CLAIMS)
          for (const answer of CLAIMS) {
            const verdict = verdictOf(agent, judge);
            const { tone } = endLook({ status, verdict, hasAnswer: answer });
            const isClaimed = [agent, judge].includes(true) && ![agent, judge].includes(false);
            expect(tone === "success").toBe(status === "finished" && isClaimed);
            // The tab tells the same as the badge.
            expect(runState({ status, verdict }, false) === "finished").toBe(tone === "success");
          }
  });

  it.each([
    [true, null, false, "success", "Finished"],
    [null, true, null, "success", "Finished"],
    [true, false, true, "failure", "Finished"],
    [false, null, true, "failure", "Finished"],
    [false, true, true, "neutral", "Finished"],
    [null, null, true, "neutral", "Finished"],
    [null, null, null, "neutral", "Finished"],
    [null, null, false, "neutral", "Ended without an answer"],
  ] as const)("agent %j, judge %j, answer %j: %s, %s", (agent, judge, answer, tone, label) => {
    const facts = { verdict: verdictOf(agent, judge), hasAnswer: answer };
    expect(endLook({ status: "finished", ...facts })).toMatchObject({ tone, label });
  });

  it("knows no verdict of a task that is only remembered", () => {
    const look = endLook({ status: "finished", verdict: null, hasAnswer: null });
    expect(look).toMatchObject({ tone: "neutral", label: "Finished" });
  });
});

describe("hasAnswer", () => {
  const answers = (output: string | null, action?: { name: string; params: object }) => {
    const actions = action === undefined ? [] : [{ name: action.name, params: {} }];
    const { task, steps } = testContent({ task: { output }, steps: [{ actions }] });
    return hasAnswer(task, steps);
  };
  it("takes an output or a last action that is done", () => {
    expect(answers(null)).toBe(false);
    expect(answers("  ")).toBe(false);
    expect(answers("12")).toBe(true);
    expect(answers(null, { name: "done", params: {} })).toBe(true);
    expect(answers(null, { name: "click", params: {} })).toBe(false);
    expect(hasAnswer({ output: null }, [])).toBe(false);
  });
});
