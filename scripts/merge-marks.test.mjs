// @ts-check
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mergeMarks } from "./merge-marks.mjs";
import { trackedFiles } from "./tracked-files.mjs";

const [LEFT, MIDDLE, RIGHT, BASE] = ["<", "=", ">", "|"].map((sign) => sign.repeat(7));
const spaced = (/** @type {string} */ sign, count = 7) => Array(count).fill(sign).join(" ");

describe("marks of a merge", () => {
  it.each([
    `${LEFT} HEAD`,
    `${LEFT} ours`,
    `${RIGHT} theirs`,
    `${RIGHT} 1a2b3c4 (A commit)`,
    `${BASE} merged common ancestors`,
    MIDDLE ?? "",
    `  ${RIGHT} theirs`,
    `${spaced(">")} theirs`,
    `> ${spaced(">", 6)} theirs`,
    `${spaced("\\>")} theirs`,
    `${spaced("<")} HEAD`,
  ])("are found: %s", (line) => {
    expect(mergeMarks(`a\n${line}\nb`)).toEqual([2]);
    expect(mergeMarks(`a\r\n${line}\r\n`)).toEqual([2]);
  });

  it.each([
    "> > a quotation in a quotation",
    `${spaced(">", 6)} six`,
    `${spaced(">", 8)}`,
    "======== eight",
    "======",
    "a <<<<<<< b",
    "x >>>>>>> 1",
    "| a | b |",
    "|||||||",
    "| | | | | | | last |",
    "<<<<<<<<",
    "if (a >>> 7) {",
  ])("are not seen in %j", (line) => {
    expect(mergeMarks(line)).toEqual([]);
  });

  const files = trackedFiles();
  it.skipIf(files.length === 0)("are in no file of ours", () => {
    const marked = files.flatMap((file) => {
      const bytes = readFileSync(file);
      if (bytes.includes(0)) return [];
      return mergeMarks(bytes.toString("utf8")).map((line) => `${file}:${String(line)}`);
    });
    expect(marked).toEqual([]);
  });
});
