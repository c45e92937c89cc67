// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import { sharedTaskRoutes } from "@/lib/contract/share-routes";
import { shopRun } from "@/test/factories/shop-run";
import RunHandoff from "./run-handoff";
import StepHandoff from "./step-handoff";

afterEach(cleanup);

it("offers a step to an assistant with its size, and to a new task", () => {
  render(<StepHandoff content={shopRun()} number={3} suspects={[]} />);
  expect(screen.getByRole("button", { name: /^Copy for AI · 1 KB ?, this step/ })).toBeDefined();
  expect(screen.getByRole("button", { name: "Continue from here" })).toBeDefined();
});

it("offers whoever holds a share link what is shared of it, and no new task", () => {
  render(
    <TaskRoutesContext value={sharedTaskRoutes("a", true)}>
      <StepHandoff content={shopRun()} number={3} suspects={[]} />
    </TaskRoutesContext>,
  );
  expect(screen.getByRole("button", { name: /^Copy for AI · .*this step/ })).toBeDefined();
  expect(screen.queryByRole("button", { name: "Continue from here" })).toBeNull();
});

it("says of a document what is masked in it and what did not fit", () => {
  const prompt = `Sign in with password=horse-42. ${"Buy boots. ".repeat(1000)}`;
  render(<RunHandoff content={shopRun({ prompt })} suspects={[]} />);
  expect(screen.getByTitle(/1 secret is masked; left out for size: the prompt$/)).toBeDefined();
});
