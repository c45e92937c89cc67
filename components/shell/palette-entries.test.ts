import { expect, it } from "vitest";
import { sampleEntry } from "@/test/factories/task-list";
import { paletteGroups, type PaletteFacts } from "./palette-entries";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
const OTHER = "8079447b-1ec1-58b7-86a3-7b777412a300";

const FACTS: PaletteFacts = {
  text: "",
  recents: [{ id: ID, prompt: "Buy milk", status: "running", stepCount: 2, openedAt: 1 }],
  runs: [
    sampleEntry({ id: ID, prompt: "Buy milk" }),
    sampleEntry({ id: OTHER, prompt: "Milk round" }),
  ],
  isBound: () => false,
  pathname: "/board",
  canSignOut: false,
};

const shown = (facts: Partial<PaletteFacts>) =>
  paletteGroups({ ...FACTS, ...facts }).map(
    ({ label, entries }) => `${label}: ${entries.map((entry) => entry.label).join(", ")}`,
  );

it("offers, before anything is typed, what was opened last, the other pages and what this one does", () => {
  expect(shown({})).toEqual([
    "Opened here: Buy milk",
    "Pages: Runs, Compare, Server status",
    "This page: Switch the colour scheme",
  ]);
});

it("finds runs by the words of their prompts, each once", () => {
  expect(shown({ text: " MILK" })).toEqual(["Opened here: Buy milk", "Newest runs: Milk round"]);
});

it("leads to the task of an ID, whatever text it stands in, and to its step", () => {
  const text = `see https://sightglass.example/tasks/${OTHER}?step=3 now`;
  const [open] = paletteGroups({ ...FACTS, text });
  expect(open?.entries).toMatchObject([
    { label: "Open task 8079447b, step 3", target: { kind: "go", path: `/tasks/${OTHER}?step=3` } },
  ]);
});

it("offers of a task's page what its keys do now, with the keys, and no other page's", () => {
  const isBound = (key: string) => key === "]" || key === "j";
  const onTask = { pathname: `/tasks/${ID}`, isBound };
  expect(shown({ ...onTask, text: "suspect" })).toEqual(["This page: Next suspect"]);
  expect(shown({ pathname: "/", isBound, text: "suspect" })).toEqual([]);
});

it("offers to sign out where there is a session to end", () => {
  expect(shown({ text: "sign" })).toEqual([]);
  expect(shown({ text: "sign", canSignOut: true })).toEqual(["This page: Sign out"]);
});
