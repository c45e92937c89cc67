// @ts-check
import { expect, it } from "vitest";
import { problemOfAnswer } from "./judge-answer.mjs";

const OUTAGE = /** @type {const} */ ({ of: "upstream", from: 1000, to: 2000 });
const AWAY = /** @type {const} */ ({ of: "redis", from: 1000, to: 2000 });

/**
 * @param {Partial<import("./judge-answer.mjs").Answer>} answer
 * @param {readonly import("./judge-answer.mjs").FaultTime[]} faults
 */
const judge = (answer, faults = [OUTAGE]) =>
  problemOfAnswer(
    { what: "a poll", status: 200, code: "", asked: 1500, answered: 1600, right: [200], ...answer },
    faults,
  );

it.each([
  ["what is right", {}],
  ["an outage that is told while it lasts", { status: 503, code: "upstream-unavailable" }],
  [
    "one that began while the answer was made",
    { status: 504, code: "upstream-timeout", asked: 1, answered: 1000 },
  ],
  [
    "one that ended meanwhile",
    { status: 502, code: "upstream-invalid", asked: 2000, answered: 9000 },
  ],
])("passes over %s", (_, answer) => {
  expect(judge(answer)).toBeNull();
});

it.each([
  ["an error of ours", { status: 500, code: "internal" }, "a poll: 500 internal"],
  ["no answer", { status: 0, code: "ECONNRESET" }, "a poll: no answer (ECONNRESET)"],
  [
    "what is told of another fault",
    { status: 503, code: "share-unconfirmed" },
    "a poll: 503 share-unconfirmed",
  ],
  [
    "an outage that is over",
    { status: 503, code: "upstream-unavailable", asked: 2001, answered: 2500 },
    "a poll: 503 upstream-unavailable",
  ],
  ["a page that fails", { status: 500, code: "" }, "a poll: 500"],
  [
    "a task that is not found any more",
    { status: 404, code: "task-not-found" },
    "a poll: 404 task-not-found",
  ],
])("names %s", (_, answer, words) => {
  expect(judge(answer)).toBe(words);
});

it("knows what a lost Redis explains", () => {
  const answer = { status: 503, code: "share-unconfirmed" };
  expect(judge(answer, [AWAY])).toBeNull();
});
