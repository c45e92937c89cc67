import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emulatorBench } from "@/e2e/emulator/test-emulator";
import { alignRuns } from "@/lib/domain/compare/align-runs";
import { endLook, hasAnswer } from "@/lib/domain/task/end-look";
import { findSuspects } from "@/lib/domain/suspects/find-suspects";
import { currentTaskSchema } from "./contracts/current-schema";
import { currentToDomain } from "./contracts/current-to-domain";
import { documentedTaskSchema } from "./contracts/documented-schema";
import { documentedToDomain } from "./contracts/documented-to-domain";
import { fullTask } from "@/test/upstream/full-task";

const NOW = Date.parse("2026-11-27T00:00:00Z");
const read = (name: string): unknown => JSON.parse(readFileSync(`test/field/${name}.json`, "utf8"));
const current = (name: string) =>
  currentToDomain(currentTaskSchema.parse(read(name)), null, () => null);
const documented = (name: string) =>
  documentedToDomain(documentedTaskSchema.parse(read(name)), () => null);

describe("runs from the field", () => {
  it("finds no failure and no suspect step in a run whose first evaluations judge nothing", () => {
    const { task, steps } = documented("03-first-step-verdict-is-failure");
    expect(steps.map(({ outcome }) => outcome)).not.toContain("failure");
    expect(findSuspects({ task, steps }, NOW).filter(({ kind }) => kind === "failed-step")).toEqual(
      [],
    );
  });

  it.each([
    ["17a-judge-reasoning-and-captcha-lost", /never reached because of a captcha/],
    ["17b-judge-flags-only", /^The judge: a captcha was reached, and the task is impossible$/],
  ])("%s: the suspect quotes what the judge said", (name, words) => {
    const { task, steps } = current(name);
    expect(findSuspects({ task, steps }, NOW)[0]?.reason).toMatch(words);
    expect(task.judgeFlags?.reachedCaptcha).toBe(true);
  });

  it("keeps reasoning beside the reason, and suggestions", () => {
    const { task } = current("17a-judge-reasoning-and-captcha-lost");
    expect(task.verdict.judgement).toContain("A captcha blocked the checkout in step 2");
    expect(current("17c-suggestions-lost").task.suggestions).toHaveLength(2);
  });

  it.each([
    [null, null],
    [{ a: 1 }, null],
    ["Try again", ["Try again"]],
    [
      ["a", 1, "", null, { fix: "b" }],
      ["a", '{"fix":"b"}'],
    ],
    [[], []],
  ])("reads suggestions %j as %j", (suggestions, expected) => {
    expect(fullTask({ suggestions }).task.suggestions).toEqual(expected);
  });

  it.each([
    ["", ""],
    [{ price: 12 }, '{"price":12}'],
    [[], "[]"],
    [42, "42"],
    [false, "false"],
  ])("reads the output %j as the text %j", (output, expected) => {
    expect(fullTask({ output }).task.output).toBe(expected);
    expect(documentedTaskSchema.parse({ doneOutput: output }).doneOutput).toBe(expected);
  });

  it.each([
    [0.5, "0.5"],
    [0.0000001, "0.0000001"],
    ["0.0700", "0.0700"],
    [-1, null],
    ["12 USD", null],
  ])("reads the cost %j as %j", (cost, expected) => {
    expect(fullTask({ cost }).task.cost).toBe(expected);
  });

  it("says of metadata that was left out how large it is", () => {
    const { task } = fullTask({ metadata: { note: "x".repeat(70_000) } });
    expect([task.metadata, task.cut]).toEqual([{}, { metadata: 70_012 }]);
  });

  it("reads a judgement that is an object", () => {
    const { task } = fullTask({ judgement: { reasoning: "No milk", impossible_task: true } });
    expect(task.verdict.judgement).toBe("No milk");
    expect(task.judgeFlags).toEqual({ reachedCaptcha: false, impossibleTask: true });
  });

  it("a run that hit its limit of steps is no success", () => {
    const { task, steps } = documented("34-step-limit-null-last-step");
    const look = endLook({ ...task, hasAnswer: hasAnswer(task, steps) });
    expect(look).toMatchObject({ tone: "neutral", label: "Ended without an answer" });
  });
});

describe("sample runs of the emulator", () => {
  const { newTask, api } = emulatorBench();
  const sample = async (scenario: string, contract: "current" | "documented", step: number) => {
    const { taskId } = await newTask(scenario, contract, { startAtStep: step });
    const { body } = await api(`/tasks/${taskId}`);
    return contract === "current"
      ? currentToDomain(currentTaskSchema.parse(body), null, () => null)
      : documentedToDomain(documentedTaskSchema.parse(body), () => null);
  };

  it.each([
    ["success-6", 6],
    ["steps-300", 300],
    ["stopped", 5],
    ["running", 8],
  ])("cry no wolf about %s, where nothing went wrong", async (scenario, step) => {
    const { task, steps } = await sample(scenario, "current", step);
    expect(steps).toHaveLength(step);
    expect(findSuspects({ task, steps }, Date.now())).toEqual([]);
  });

  it("differ in no step over the two contracts", async () => {
    const a = await sample("success-6", "documented", 6);
    const b = await sample("success-6", "current", 6);
    expect(alignRuns(a.steps, b.steps).map(({ kind }) => kind)).toEqual(Array(6).fill("same"));
  });
});
