import { expect, it } from "vitest";
import { taskName } from "./task-name";

const id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

it.each([
  ["Buy milk", "Buy milk"],
  [" Buy milk\n", "Buy milk"],
  ["", "Task 3c90c3cc"],
  [" \n", "Task 3c90c3cc"],
])("a task with the prompt %j is called %j", (prompt, name) => {
  expect(taskName({ id, prompt })).toBe(name);
});
