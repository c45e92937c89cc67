import { expect, it } from "vitest";
import { recogniseContract } from "./recognise-contract";
import { currentTask, documentedTask } from "@/test/upstream/task";

it("recognises both contracts with any one field missing", () => {
  for (const field of Object.keys(documentedTask())) {
    expect(recogniseContract(without(documentedTask(), field)), field).toBe("documented");
  }
  for (const field of Object.keys(currentTask())) {
    expect(recogniseContract(without(currentTask(), field)), field).toBe("current");
  }
});

it("recognises the documented contract without its session", () => {
  expect(recogniseContract(documentedTask({ session: null }))).toBe("documented");
});

it("assumes the current contract when nothing tells", () => {
  expect(recogniseContract({ id: "x" })).toBe("current");
});

function without(task: Record<string, unknown>, field: string): object {
  return Object.fromEntries(Object.entries(task).filter(([key]) => key !== field));
}
