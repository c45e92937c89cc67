import { describe, expect, it } from "vitest";
import type { Action } from "@/lib/domain/task/action";
import { cutActions } from "./cut-actions";
import { cutTask } from "./cut-task";
import { fullTask } from "@/test/upstream/full-task";

const MEGABYTES = 1024 * 1024;
const long = (megabytes: number) => "x".repeat(megabytes * MEGABYTES);

describe("cutting a task", () => {
  it("F13 leaves a task without a long text untouched", () => {
    const whole = fullTask({});
    const { task, steps } = cutTask(whole);
    expect(task).toBe(whole.task);
    expect(steps.every((step, index) => step === whole.steps[index])).toBe(true);
  });

  it("F13 counts as kept what is kept, not what came", () => {
    const small = cutTask(fullTask({})).bytes;
    const output = long(5);
    const large = cutTask(fullTask({ output, surplus: output, task: output })).bytes;
    expect(large - small).toBeGreaterThan((256 + 64) * 1024 - 1000);
    expect(large - small).toBeLessThan((256 + 64) * 1024 + 1000);
  });

  it("F13 keeps of each text of a task so much as a snapshot carries", () => {
    const judgement = long(1);
    const { task } = cutTask(fullTask({ output: long(5), task: long(2), judgement }));
    expect(task.output).toHaveLength(256 * 1024);
    expect(task.prompt).toHaveLength(64 * 1024);
    expect(task.verdict.judgement).toHaveLength(64 * 1024);
    expect(task.cut).toEqual({
      prompt: 2 * MEGABYTES,
      output: 5 * MEGABYTES,
      judgement: MEGABYTES,
    });
  });
});

describe("cutting actions", () => {
  it("F13 leaves short ones untouched and cuts the others within their parameters", () => {
    const short: Action = { name: "wait", params: { seconds: 1 } };
    const input: Action = { name: "input", params: { index: 1, text: long(1), more: [1] } };
    const raw: Action = { raw: long(1) };
    const { actions, cutFrom } = cutActions([short, input, raw], 100);
    expect(actions[0]).toBe(short);
    expect(actions[1]).toEqual({ name: "input", params: { index: 1, text: "x".repeat(85) } });
    expect(actions[2]).toEqual({ raw: "x".repeat(100) });
    expect(cutFrom).toBeGreaterThan(2 * MEGABYTES);
    expect(cutFrom).toBeLessThan(2 * MEGABYTES + 200);
  });

  it("F13 cuts a long name, a long list and a key that is no usual one", () => {
    const { actions } = cutActions(
      [
        { name: long(1), params: { a: 1 } },
        { name: "n", params: { list: Array.from({ length: 1000 }, () => 7) } },
        { name: "n", params: JSON.parse(`{"__proto__":"${"y".repeat(200)}"}`) as { a: string } },
      ],
      100,
    );
    expect(actions[0]).toEqual({ name: "x".repeat(100), params: {} });
    expect(actions[1]).toEqual({ name: "n", params: { list: `[${"7,".repeat(47)}` } });
    expect(Object.keys("params" in (actions[2] ?? {}) ? { ...actions[2] } : {})).toEqual([
      "name",
      "params",
    ]);
    expect(JSON.stringify(actions[2])).toContain('"__proto__":"yy');
  });
});
