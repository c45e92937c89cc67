import { expect, it } from "vitest";
import { openAnswer } from "./open-answer";

it("counts the steps that are too many to be read, and reads none of them", () => {
  const text = `{"steps":[${"{},".repeat(20_000)}{"number":1.5,"memory":5}]}`;
  const { steps, found } = openAnswer(text, null);
  expect(found).toBeNull();
  expect(steps.surplus).toBe(1);
  expect(steps.members.at(-1)?.content).toBeNull();
  expect(steps.odd).toEqual([{ field: "steps.memory", got: "number" }]);
});

it("says what is beside the steps in the same words as long as it is the same", () => {
  const answer = (steps: string, more = "") =>
    `{"a":1,"metadata":{"p":19.90},"steps":[${steps}]${more}}`;
  const { frame, found } = openAnswer(answer('{"number":1}'), null);
  expect(frame.body).toEqual({ a: 1, metadata: { p: "19.90" }, steps: [] });
  const before = found === null ? null : { frame, found };
  expect(openAnswer(answer('{"number":1},{"number":2}'), before).frame).toBe(frame);
  expect(openAnswer(answer("", ',"b":2'), before).frame.body).toMatchObject({ a: 1, b: 2 });
});
