// @ts-check
import { expect, it } from "vitest";
import { problemOfLine } from "./judge-line.mjs";

it.each([
  ['{"level":30,"msg":"Ready"}', "stdout"],
  ['{"level":40,"msg":"Redis does not answer"}', "stdout"],
  ["Sightglass listens on http://127.0.0.1:3000", "stdout"],
  ["Debugger listening on ws://127.0.0.1:9229/1f0c", "stderr"],
  ["Debugger attached.", "stderr"],
  ["For help, see: https://nodejs.org/en/docs/inspector", "stderr"],
  ["", "stderr"],
])("lets %j pass on %s", (line, stream) => {
  expect(problemOfLine(line, stream === "stdout" ? "stdout" : "stderr")).toBeNull();
});

it.each([
  [
    '{"level":50,"msg":"A request failed","error":"TypeError","code":null}',
    "the log: A request failed, TypeError",
  ],
  ['{"level":60,"msg":"Ended"}', "the log: Ended"],
  [" ⨯ unhandledRejection: Error: lost", "stdout:  ⨯ unhandledRejection: Error: lost"],
])("names %j", (line, words) => {
  expect(problemOfLine(line, "stdout")).toBe(words);
});

it("names whatever else is written on stderr", () => {
  expect(problemOfLine("(node:1) MaxListenersExceededWarning", "stderr")).toBe(
    "stderr: (node:1) MaxListenersExceededWarning",
  );
});
