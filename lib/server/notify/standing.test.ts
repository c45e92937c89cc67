import { expect, it } from "vitest";
import { NOTICE_EVENTS, type NoticeEvent } from "@/lib/contract/notice";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import { decideNotice, NOTHING_TOLD } from "./notice-policy";
import { standingOf } from "./standing";
import type { TaskNeed } from "./task-need";

const need = (reason: string, fields: Partial<TaskNeed> = {}): TaskNeed => ({
  reason,
  severity: "now",
  since: null,
  step: null,
  isGuess: false,
  key: `${reason}:1`,
  title: "Waits",
  ...fields,
});
const ALL = new Set(NOTICE_EVENTS);
const kindOf = (status: TaskStatus, why: TaskNeed | null, wanted: ReadonlySet<NoticeEvent> = ALL) =>
  standingOf({ status }, why, NOTHING_TOLD, wanted).kind;

it.each<[TaskStatus, TaskNeed | null, string]>([
  ["created", null, "back-to-normal"],
  ["running", null, "back-to-normal"],
  ["unknown", null, "back-to-normal"],
  ["running", need("login"), "needs-person/login"],
  ["running", need("stuck", { severity: "soon" }), "needs-person/stuck"],
  ["running", need("stuck", { severity: "look" }), "back-to-normal"],
  ["paused", null, "paused"],
  ["paused", need("paused"), "paused"],
  ["paused", need("login"), "paused"],
  ["finished", null, "ended/finished"],
  ["finished", need("disputed"), "ended/finished"],
  ["failed", need("failed"), "ended/failed"],
  ["stopped", null, "ended/stopped"],
])("a task that is %s with need %o stands so: %s", (status, why, kind) => {
  expect(kindOf(status, why)).toBe(kind);
});

it("what nobody wants to hear of counts as a task that goes on", () => {
  const few = new Set<NoticeEvent>(["ended", "back-to-normal"]);
  expect(kindOf("paused", null, few)).toBe("back-to-normal");
  expect(kindOf("running", need("login"), few)).toBe("back-to-normal");
});

it("a need that comes up after the end is told, one that stood in the message of the end is not", () => {
  const look = (told: typeof NOTHING_TOLD, why: TaskNeed | null) =>
    decideNotice(told, standingOf({ status: "finished" }, why, told, ALL), 1, 300_000);
  const ended = look(NOTHING_TOLD, need("failed")).next;
  expect(look(ended, need("failed")).tell).toBe(false);
  expect(look(ended, need("failed", { key: "failed:2" })).tell).toBe(false);
  const disputed = look(ended, need("disputed"));
  expect(disputed).toMatchObject({ tell: true, next: { last: { kind: "needs-person/disputed" } } });
  expect(look(disputed.next, need("disputed")).tell).toBe(false);
  expect(look(disputed.next, null).tell).toBe(false);
  const known = look(NOTHING_TOLD, need("disputed")).next;
  expect(look(known, need("disputed")).tell).toBe(false);
});
