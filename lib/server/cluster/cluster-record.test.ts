import { describe, expect, it } from "vitest";
import { revisionOf } from "@/lib/server/tasks/revision";
import { currentTaskSchema } from "@/lib/server/upstream/contracts/current-schema";
import { currentToDomain } from "@/lib/server/upstream/contracts/current-to-domain";
import { documentedTaskSchema } from "@/lib/server/upstream/contracts/documented-schema";
import { documentedToDomain } from "@/lib/server/upstream/contracts/documented-to-domain";
import { currentTask, documentedTask, TASK_ID, wireStep } from "@/test/upstream/task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { decodeRecord, encodeRecord, fromStorable, toStorable } from "./cluster-record";

const ODD = {
  metadata: { b: 1, a: { "2": [null, true], "1": "x" }, constructor: "c" },
  steps: [
    wireStep(1, { actions: ['{"click":{"b":1,"a":2}}', "no JSON", '{"__proto__":{"x":1}}'] }),
    wireStep(2, { memory: "\ud800 lone, \u0000 and \u2028", screenshotUrl: null }),
  ],
};
const CONTRACTS = [
  {
    contract: "current",
    task: (more: object) =>
      currentToDomain(currentTaskSchema.parse(currentTask({ ...more })), null, () => null),
  },
  {
    contract: "documented",
    task: (more: object) =>
      documentedToDomain(documentedTaskSchema.parse(documentedTask({ ...more })), (url) => url),
  },
];

function record(upstream: UpstreamTask) {
  const storable = toStorable(upstream);
  return { kind: "task", tookMs: 5, finalForMs: null, upstream: storable } as const;
}

describe.each(CONTRACTS)("the record of a task of the $contract contract", ({ task }) => {
  it.each([{}, ODD, { steps: [] }, { status: "odd", startedAt: null }])(
    "comes back as it was, with the same revision",
    (more) => {
      const upstream = { ...task(more), bytes: 1000 };
      const decoded = decodeRecord(TASK_ID, encodeRecord(record(upstream)));
      if (decoded?.kind !== "task") throw new Error("Refused");
      const back = fromStorable(decoded.upstream);
      expect(back).toEqual(upstream);
      expect(revisionOf(back.task, back.steps)).toBe(revisionOf(upstream.task, upstream.steps));
    },
  );

  it("is refused for another task", () => {
    const text = encodeRecord(record({ ...task({}), bytes: 1000 }));
    expect(decodeRecord(TASK_ID.replace("0a1b", "ffff"), text)).toBeNull();
  });

  it("is refused with a part missing, of another type, or too many", () => {
    const good = record({ ...task({}), bytes: 1000 });
    const { upstream } = good;
    const bad: unknown[] = [
      null,
      [],
      {},
      { ...good, kind: "other" },
      { ...good, tookMs: -1 },
      { ...good, more: 1 },
      { ...good, upstream: { ...upstream, contract: "next" } },
      { ...good, upstream: { ...upstream, task: { ...upstream.task, status: "done" } } },
      { ...good, upstream: { ...upstream, task: { ...upstream.task, newField: 1 } } },
      { ...good, upstream: { ...upstream, steps: [{ number: 1 }] } },
      { ...good, upstream: { ...upstream, steps: Array(20_001).fill(upstream.steps[0]) } },
      { ...good, upstream: { ...upstream, liveUrl: 5 } },
    ];
    for (const value of bad) expect(decodeRecord(TASK_ID, JSON.stringify(value))).toBeNull();
    expect(decodeRecord(TASK_ID, "{")).toBeNull();
  });
});

it("keeps the record of a failure, with a code that is known", () => {
  const failure = {
    kind: "failure",
    tookMs: 5,
    code: "upstream-timeout",
    retryAfterSeconds: null,
    pauseMs: 700,
    inARow: 2,
  } as const;
  expect(decodeRecord(TASK_ID, encodeRecord(failure))).toEqual(failure);
  const odd = JSON.stringify({ ...failure, code: "toString" });
  expect(decodeRecord(TASK_ID, odd)).toBeNull();
});
