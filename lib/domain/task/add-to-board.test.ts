import { expect, it } from "vitest";
import { addToBoard } from "./add-to-board";

it.each([
  [[], [], 24, [], "There is no task ID in this text."],
  [["a"], ["a"], 24, [], "1 task is on the board already."],
  [[], ["a", "b", "c"], 24, ["a", "b", "c"], "Added 3 tasks."],
  [["a"], ["a", "b"], 24, ["b"], "Added 1 task. 1 task is there already."],
  [
    ["a"],
    ["b", "c", "d"],
    2,
    ["b"],
    "Added 1 task. Left out 2 tasks: a board holds 2. Take some off first.",
  ],
  [["a", "b"], ["c"], 2, [], "Left out 1 task: a board holds 2. Take some off first."],
])("a board of %j that is given %j", (onBoard, found, most, added, words) => {
  expect(addToBoard(onBoard, found, most)).toEqual({ added, words });
});
