// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import { pacedTask, startPace } from "@/lib/domain/freshness/step-pace";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { testContent } from "@/test/factories/content";
import { NOW } from "@/test/factories/run";
import { UrlRouter } from "@/test/url-router";
import TaskNeed from "./task-need";

const WAITS = testContent({ steps: [{ nextGoal: "Wait for the user to solve the captcha." }] });
const WORKS = testContent({ steps: [{ nextGoal: "Open the next page." }] });
const PAUSED = testContent({ task: { status: "paused" } });
const client = makeQueryClient();
let needed: boolean[] = [];

beforeEach(() => {
  needed = [];
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ marks: [] })));
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.unstubAllGlobals();
});

const page = (content: TaskContent) => (
  <QueryClientProvider client={client}>
    <UrlRouter>
      <TaskNeed
        content={content}
        pace={startPace(pacedTask(content), NOW)}
        fetchedAt={NOW}
        renderedAt={NOW}
        onNeeded={(isNeeded) => needed.push(isNeeded)}
      />
    </UrlRouter>
  </QueryClientProvider>
);
const line = () => screen.queryByRole("region")?.textContent ?? null;

it("shows nothing for a run that needs nobody", () => {
  render(page(WORKS));
  expect([line(), needed]).toEqual([null, [false]]);
});

it("tells what a run waits for, and keeps its place when that is over", () => {
  const { rerender } = render(page(WORKS));
  rerender(page(WAITS));
  expect(line()).toMatch(/^Waits at a captchaa guess/);
  expect(screen.getByRole("button", { name: "Open step 1" })).toBeDefined();
  rerender(page(WORKS));
  expect(line()).toBe("It goes on: nobody is needed now.");
  expect(screen.queryByRole("button")).toBeNull();
  expect(needed).toEqual([false, true, false]);
});

it("leaves a pause to the sign that it has in the tab", () => {
  render(page(PAUSED));
  expect([line(), needed]).toEqual(["Paused until somebody resumes itMark as seen", [false]]);
});
