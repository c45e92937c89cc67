// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeQueryClient } from "@/lib/client/api/query-client";
import { MOST_ON_BOARD } from "@/lib/contract/board";
import type { TaskList } from "@/lib/contract/task-list";
import { boardTask } from "@/test/factories/board";
import RunPicker from "./run-picker";

const id = (number: number) => `3c90c3cc-0d44-4b50-8888-${String(number).padStart(12, "0")}`;
const client = makeQueryClient();
const PROMPTS = ["Buy milk", "Find boots", "Buy crème", "Read mail"];
let asked: string[] = [];
let isDown = false;

/** The later one is older. */
const madeAt = (index: number) => new Date(Date.UTC(2026, 2, 1, 12, -index)).toISOString();

/** Two runs a page. */
function pageOf(page: number): TaskList {
  const items = PROMPTS.map((prompt, index) => ({
    ...boardTask({ id: id(index + 1), prompt, status: "finished" }),
    model: null,
    sessionId: null,
    createdAt: madeAt(index),
    known: null,
  })).slice(2 * page - 2, 2 * page);
  return {
    items,
    page,
    pageSize: 2,
    total: PROMPTS.length,
    completeTo: page === 1 ? madeAt(1) : null,
    unread: [],
  };
}

beforeEach(() => {
  asked = [];
  isDown = false;
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    if (isDown) return Promise.resolve(Response.json({ code: "key-rejected" }, { status: 502 }));
    const page = Number(new URL(path, "http://localhost").searchParams.get("page"));
    return Promise.resolve(Response.json(pageOf(page)));
  });
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.unstubAllGlobals();
});

async function open(taskIds: readonly string[] = []) {
  const onAdd = vi.fn();
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <RunPicker taskIds={taskIds} onAdd={onAdd} onClose={onClose} />
    </QueryClientProvider>,
  );
  await act(() => vi.dynamicImportSettled());
  return { onAdd, onClose };
}

const boxes = () => screen.queryAllByRole("checkbox");
const box = (name: RegExp) => screen.getByRole("checkbox", { name });
const press = async (name: RegExp | string) => {
  fireEvent.click(screen.getByRole("button", { name }));
  await act(() => vi.dynamicImportSettled());
};
const filter = (value: string) => {
  fireEvent.change(screen.getByRole("searchbox"), { target: { value } });
};

it("adds several runs in the order in which they were picked, from older pages, too", async () => {
  const { onAdd, onClose } = await open();
  await screen.findByText("Buy milk");
  expect(boxes()).toHaveLength(2);
  await press("Show older runs");
  await screen.findByText("Read mail");
  expect([asked.length, screen.queryByRole("button", { name: /older/ })]).toEqual([2, null]);
  fireEvent.click(box(/Read mail/));
  fireEvent.click(box(/Buy milk/));
  await press("Add 2");
  expect(onAdd.mock.calls).toEqual([[[id(4), id(1)]]]);
  expect(onClose).toHaveBeenCalled();
});

it("filters by words of the prompt and by id, keeps what is picked, and says when there is none", async () => {
  await open();
  await screen.findByText("Buy milk");
  fireEvent.click(box(/Find boots/));
  filter("MILK buy");
  expect(boxes()).toHaveLength(1);
  filter(id(2));
  expect(box(/Find boots/)).toHaveProperty("checked", true);
  filter("socks");
  expect(boxes()).toHaveLength(0);
  expect(screen.getByRole("status").textContent).toMatch(/^None of the 2 newest/);
  expect(screen.getByRole("button", { name: "Add 1" })).toBeDefined();
});

it("offers nothing that is on the board, and no more than it holds", async () => {
  const others = Array.from({ length: MOST_ON_BOARD - 2 }, (_, index) => id(index + 100));
  await open([id(1), ...others]);
  await screen.findByText("Buy milk");
  await press("Show older runs");
  await screen.findByText("Read mail");
  expect(box(/Buy milk/)).toHaveProperty("disabled", true);
  fireEvent.click(box(/Find boots/));
  expect(screen.getByRole("button", { name: "Add 1" })).toHaveProperty("disabled", false);
  fireEvent.click(box(/Read mail/));
  expect(screen.getByText(/there is room for 1 more/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Add 2" })).toHaveProperty("disabled", true);
});

it("says why there is no list, and that there is none yet", async () => {
  isDown = true;
  await open();
  await vi.waitFor(() => {
    expect(screen.getByRole("status").textContent).toMatch(/^API key rejected/);
  });
  cleanup();
  client.clear();
  isDown = false;
  PROMPTS.length = 0;
  await open();
  await screen.findByText("There is no run yet.");
});
