import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseAction } from "@/lib/domain/task/action";
import { headlineOf } from "./step-headline";

const blank = { nextGoal: "", memory: "", actions: [] };

it("is the goal, else the memory, else the action, else nothing", () => {
  const actions = [parseAction('{"wait":{"seconds":2}}')];
  expect(headlineOf({ nextGoal: " Buy ", memory: "m", actions })).toEqual({
    from: "goal",
    text: "Buy",
  });
  expect(headlineOf({ ...blank, memory: "Page 2", actions })).toEqual({
    from: "memory",
    text: "Page 2",
  });
  expect(headlineOf({ ...blank, actions })).toEqual({ from: "action", text: "Wait 2 s" });
  expect(headlineOf({ ...blank, nextGoal: " \n" })).toEqual({ from: "nothing", text: "" });
});

it("tells the steps of a run apart that fills memory only", () => {
  type Run = { steps: { nextGoal: string; memory: string; actions: string[] }[] };
  const file = readFileSync(
    new URL("../../../test/field/01-flash-run.json", import.meta.url),
    "utf8",
  );
  // The file is the project's own.
  const { steps } = JSON.parse(file) as Run;
  const lines = steps.map((step) =>
    headlineOf({ ...step, actions: step.actions.map(parseAction) }),
  );
  expect(new Set(lines.map(({ text }) => text)).size).toBe(7);
  expect(lines.map(({ from }) => from)).toEqual(["action", ...Array<string>(6).fill("memory")]);
});
