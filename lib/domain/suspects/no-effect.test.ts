import { describe, expect, it } from "vitest";
import type { Task } from "@/lib/domain/task/task";
import { click, contentOf, FAILED, NOW, ok, plain, type ToldStep } from "@/test/factories/run";
import { findSuspects, type Effects } from "./find-suspects";

const GOOD: Partial<Task> = {
  status: "finished",
  verdict: { agent: true, judge: null, judgement: null },
};
const DONE: ToldStep = { does: '{"done":{"text":"Sent."}}' };
/** Steps of which the agent says that they succeeded, and that changed nothing. */
const dead = (...steps: number[]): Effects =>
  new Map(steps.map((step) => [step, { effect: "none", isEmptyClaim: true }]));

const found = (task: Partial<Task>, told: readonly ToldStep[], effects: Effects) =>
  findSuspects(contentOf(task, told), NOW, undefined, effects);
const inShort = (...run: Parameters<typeof found>) =>
  found(...run).map(({ kind, step }) => `${kind} ${String(step)}`);

describe("a step that says success, but nothing changed", () => {
  it("is a suspect of a run that failed, with what it did", () => {
    const [first] = found(FAILED, [...ok(4), {}], dead(3));
    expect(first).toMatchObject({ kind: "no-effect", step: 3 });
    expect(plain(first?.reason)).toBe(
      "Says success, but the screen did not change: “Click element 2”",
    );
  });

  it("is one of a run that went well where it was the last that the agent did", () => {
    expect(inShort(GOOD, [...ok(4), DONE], dead(4))).toEqual(["no-effect 4"]);
    expect(inShort(GOOD, [...ok(4), DONE], dead(2))).toEqual([]);
  });

  it("is none where nobody claims any", () => {
    const effects: Effects = new Map([[4, { effect: "none", isEmptyClaim: false }]]);
    expect(inShort(FAILED, [...ok(4), {}], effects)).toEqual(["last-before-end 5"]);
  });

  it("is none as long as nothing is known of the screen", () => {
    expect(inShort(GOOD, [...ok(4), DONE], new Map())).toEqual([]);
  });
});

it("the same click again and again is a circle where none of them changed the screen", () => {
  const again: ToldStep = { does: click(1), url: "https://a.example/", went: "Success" };
  const run = [...Array.from({ length: 4 }, () => again), ...ok(1), {}];
  expect(inShort(FAILED, run, new Map())).toEqual(["last-before-end 6"]);
  expect(inShort(FAILED, run, dead(1, 2, 3, 4))[0]).toBe("repeated 1");
});
