// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { rememberTask } from "@/lib/client/storage/recents";
import { RecentTasks } from "./recent-tasks";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

beforeEach(() => {
  window.localStorage.clear();
});
afterEach(cleanup);

const open = () => render(<RecentTasks whenNone={<p>None yet</p>} />);
const remember = (id: string, prompt: string, stepCount: number) => {
  act(() => {
    rememberTask({ id, prompt, status: "running", stepCount }, 1);
  });
};
const rows = () => screen.getAllByRole("listitem");

it("names each task, counts its steps, and leads to it", () => {
  open();
  expect(screen.getByText("None yet")).toBeDefined();
  remember(ID, "  ", 1);
  remember("task-2", "Buy milk\n", 12);
  const [first, second] = rows();
  expect(rows().map((row) => row.textContent)).toEqual([
    "Buy milktask-2 · 12 stepsStatus: Running",
    `Task 3c90c3cc${ID} · 1 stepStatus: Running`,
  ]);
  for (const [row, id] of [
    [first, "task-2"],
    [second, ID],
  ] as const) {
    const link = within(row ?? document.body).getByRole("link");
    expect(link.getAttribute("href")).toBe(`/tasks/${id}`);
  }
});

it("forgets one task, or all", () => {
  open();
  for (const id of ["1", "2", "3"]) remember(id, `Task of ${id}`, 0);
  fireEvent.click(screen.getByRole("button", { name: "Forget Task of 2" }));
  expect(rows().map((row) => within(row).getByRole("link").textContent)).toEqual([
    "Task of 3",
    "Task of 1",
  ]);
  fireEvent.click(screen.getByRole("button", { name: "Clear" }));
  expect(screen.getByText("None yet")).toBeDefined();
});
