import { expect, it } from "vitest";
import { buildProblem } from "./build-problem";

it("says nothing of a server that is started for the base path that it was built for", () => {
  expect(buildProblem("", null)).toBeNull();
  expect(buildProblem("", "https://sight.example")).toBeNull();
  expect(buildProblem("/tools/glass", "https://sight.example/tools/glass")).toBeNull();
});

it("names both when they differ", () => {
  expect(buildProblem("", "https://sight.example/tools")).toMatch(
    /^PUBLIC_BASE_URL has the path \/tools, and this build was made for no path\./,
  );
  for (const url of [null, "https://sight.example"]) {
    expect(buildProblem("/tools", url)).toMatch(
      /^PUBLIC_BASE_URL has no path, and this build was made for the path \/tools\./,
    );
  }
  expect(buildProblem("/tools", "https://sight.example/tools/glass")).toContain("/tools/glass");
});
