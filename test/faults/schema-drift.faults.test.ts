import { describe, expect, it, vi } from "vitest";
import { GET as getFile } from "@/app/api/tasks/[taskId]/files/[fileId]/route";
import { field } from "@/e2e/emulator/test-emulator";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { outputKind } from "@/lib/domain/text/output-kind";
import { afterAnswer, initialPollState, nextPoll } from "@/lib/domain/freshness/polling-policy";
import { callRoute } from "@/test/product";
import { getApp } from "@/lib/server/app/get-app";
import { CONTRACTS, faultBench, newId } from "./faults";

const bench = faultBench();

describe.each(CONTRACTS)("a task whose fields drift, %s contract", (contract) => {
  it.each([
    ["idle", "idle"],
    ["", ""],
    [null, ""],
    [7, "7"],
    [{ word: "finished" }, ""],
  ])("F01 the status %j is unknown, kept as it came, and no end", async (status, rawStatus) => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 2 });
    await bench.patch(taskId, { status });
    const { body } = await bench.readTask(taskId);
    expect(field(body, "task")).toMatchObject({ status: "unknown", rawStatus, stepCount: 2 });
    const answer = {
      status: "unknown",
      finishedAt: null,
      hasLive: false,
      isStale: false,
      isNew: true,
      answerMs: 0,
    } as const;
    const state = afterAnswer(initialPollState(0), answer, 0);
    expect(nextPoll(state, 1000, 0.5)).toMatchObject({ poll: true, reason: "slow-status" });
  });

  it("F01 the status paused, which one contract alone documents, is read in both", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 2 });
    await bench.patch(taskId, { status: "paused" });
    const { body } = await bench.readTask(taskId);
    expect(field(body, "task")).toMatchObject({ status: "paused", rawStatus: "paused" });
  });

  it("F02 each field missing, null or of a wrong type leaves the rest of the task", async () => {
    const source = await bench.newTask("running", contract, { startAtStep: 3 });
    const whole = await bench.upstreamTask(source);
    const names = Object.keys(whole).filter((name) => name !== "id");
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      for (const bad of [undefined, null, name === "task" ? 7 : "odd", { odd: true }]) {
        await bench.answerTask(source, { ...whole, [name]: bad });
        bench.restart();
        const { status, body } = await bench.readTask(source);
        const what = `${name}: ${JSON.stringify(bad)}`;
        expect(status, what).toBe(200);
        expect(field(body, "stale"), what).toBeNull();
        if (name !== "task") expect(field(body, "task", "prompt"), what).toBe(whole.task);
        if (name !== "steps") expect(field(body, "steps"), what).toHaveLength(3);
        await bench.control("DELETE", "/faults");
      }
    }
  });

  it("F02 each field of a step missing, null or of a wrong type leaves the rest of the step", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 1 });
    const whole = await bench.upstreamTask(taskId);
    const step: unknown = field(whole, "steps", 0);
    if (typeof step !== "object" || step === null) throw new Error("The sample has a step");
    for (const name of Object.keys(step)) {
      for (const bad of [undefined, null, { odd: true }, name === "number" ? "one" : 7]) {
        await bench.answerTask(taskId, { ...whole, steps: [{ ...step, [name]: bad }] });
        bench.restart();
        const { body } = await bench.readTask(taskId);
        const what = `${name}: ${JSON.stringify(bad)}`;
        expect(field(body, "steps", 0, "number"), what).toBe(1);
        if (name !== "nextGoal") {
          expect(field(body, "steps", 0, "nextGoal"), what).toBe(field(step, "nextGoal"));
        }
        await bench.control("DELETE", "/faults");
      }
    }
  });

  it("F02 a drift is warned of once however often it is read", async () => {
    const warn = vi.spyOn(getApp().log, "warn");
    const taskId = await bench.newTask("running", contract);
    const whole = await bench.upstreamTask(taskId);
    await bench.answerTask(taskId, { ...whole, llm: undefined, steps: undefined });
    for (let reads = 0; reads < 3; reads++) {
      await bench.readAfresh(taskId);
    }
    expect(warn.mock.calls).toEqual([[{ contract, missing: "llm steps" }, "Fields are missing"]]);
  });

  it("F02 fields that are null or of a wrong type are warned of once for each shape", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 3 });
    const whole = await bench.upstreamTask(taskId);
    await bench.readAfresh(taskId);
    const warn = vi.spyOn(getApp().log, "warn");
    const steps: unknown = whole.steps;
    if (!Array.isArray(steps)) throw new Error("The sample has steps");
    const odd = steps.map((step: object) => ({ ...step, url: null, actions: "none" }));
    for (const patch of [
      { llm: null, steps: odd },
      { llm: 7, steps: odd },
    ]) {
      await bench.answerTask(taskId, { ...whole, ...patch });
      for (let reads = 0; reads < 2; reads++) await bench.readAfresh(taskId);
      await bench.control("DELETE", "/faults");
    }
    const words = "A field is not what was promised";
    expect(warn.mock.calls).toEqual(
      [
        { contract, field: "llm", got: "nothing" },
        { contract, field: "steps.url", got: "nothing" },
        { contract, field: "steps.actions", got: "text" },
        { contract, field: "llm", got: "number" },
      ].map((fields) => [fields, words]),
    );
  });

  it("F03 a thousand unknown fields go no further", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 1 });
    const before = await bench.readTask(taskId);
    const extra = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`extra${String(index)}`, "surplus"]),
    );
    await bench.patch(taskId, { ...extra, constructor: "surplus", toString: "surplus" });
    const { text, body } = await bench.readAfresh(taskId);
    expect(text).not.toMatch(/extra\d|surplus/);
    expect(field(body, "task")).toEqual(field(before.body, "task"));
  });

  it.each([
    ["2026-03-01T10:00:00", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T10:00:00.123456", "2026-03-01T10:00:00.123Z"],
    ["2026-03-01T10:00:00Z", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T12:00:00+02:00", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T10:00:00.5+00:00", "2026-03-01T10:00:00.500Z"],
    ["2026-03-01 10:00:00", "2026-03-01T10:00:00.000Z"],
    [1_772_359_200, "2026-03-01T10:00:00.000Z"],
    [1_772_359_200_000, "2026-03-01T10:00:00.000Z"],
    ["0001-01-01T00:00:00", null],
    ["9999-12-31T23:59:59", null],
    ["2026-02-30T00:00:00", null],
    ["yesterday", null],
  ])("F04 the time %j is read as %j", async (startedAt, expected) => {
    const taskId = await bench.newTask("running", contract);
    await bench.patch(taskId, { startedAt });
    const { body } = await bench.readTask(taskId);
    expect(field(body, "task", "startedAt")).toBe(expected);
  });

  it("F04 a task that ended before it started, or starts in the future, has run 0 seconds", async () => {
    const taskId = await bench.newTask("running", contract);
    const times = { startedAt: "2026-03-01T10:00:00", finishedAt: "2026-03-01T09:00:00" };
    await bench.patch(taskId, { status: "finished", ...times });
    const { body } = await bench.readTask(taskId);
    const { startedAt, finishedAt } = readTimes(body);
    expect(elapsedSeconds({ status: "finished", startedAt, finishedAt }, Date.now())).toBe(0);
    const future = { status: "running", startedAt: "2099-01-01T00:00:00.000Z", finishedAt: null };
    await bench.patch(taskId, { status: "started", startedAt: "2099-01-01", finishedAt: null });
    bench.restart();
    const next = readTimes((await bench.readTask(taskId)).body);
    expect({ status: "running", ...next }).toEqual(future);
    expect(elapsedSeconds({ status: "running", ...next }, Date.now())).toBe(0);
  });

  it.each(["0", "", "null", " ".repeat(250_000)])(
    "F16 the output %# is neither changed nor taken for an absent one",
    async (output) => {
      const taskId = await bench.newTask("stack-trace", contract);
      await bench.patch(taskId, { [contract === "current" ? "output" : "doneOutput"]: output });
      const { body } = await bench.readTask(taskId);
      expect(field(body, "task", "output")).toBe(output);
      expect(outputKind(output).kind).toBe(output.trim() === "" ? "empty" : "text");
      await bench.patch(taskId, { output: null, doneOutput: null });
      bench.restart();
      expect(field((await bench.readTask(taskId)).body, "task", "output")).toBeNull();
      expect(outputKind(null).kind).toBe("absent");
    },
  );

  it("F18 the answer for another task is refused, shown to nobody and not kept", async () => {
    const taskId = await bench.newTask("running", contract);
    const other = await bench.newTask("chinese", contract);
    await bench.answerTask(taskId, await bench.upstreamTask(other));
    const { status, body, text } = await bench.readTask(taskId);
    expect([status, field(body, "code")]).toEqual([502, "upstream-invalid"]);
    expect(text).not.toContain(other);
    await bench.control("DELETE", "/faults");
    expect(field((await bench.readAfresh(taskId)).body, "task", "id")).toBe(taskId);
  });

  it("F20 files: none, many, twice the same, or with an id that is none", async () => {
    const taskId = await bench.newTask("stack-trace", contract);
    await bench.patch(taskId, { outputFiles: [] });
    expect(field((await bench.readTask(taskId)).body, "task", "files")).toEqual([]);
    const [first, second] = [newId(), newId()];
    const outputFiles = [
      { id: first, fileName: "a.csv" },
      { id: first, fileName: "a.csv" },
      { id: "../../secrets", fileName: "odd.csv" },
      { id: second, fileName: null },
      { fileName: "no id.csv" },
      null,
    ];
    await bench.patch(taskId, { outputFiles });
    expect(field((await bench.readAfresh(taskId)).body, "task", "files")).toEqual([
      { id: first, name: "a.csv" },
      { id: "../../secrets", name: "odd.csv" },
      { id: second, name: "" },
    ]);
    const odd = await callRoute(getFile, "/", { taskId, fileId: "../../secrets" });
    expect(odd.status).toBe(404);
    expect(await bench.statuses("secrets")).toEqual([]);
    const many = Array.from({ length: 12_000 }, (_, index) => ({ id: `f${String(index)}` }));
    await bench.patch(taskId, { outputFiles: many });
    expect(field((await bench.readAfresh(taskId)).body, "task", "files")).toHaveLength(10_000);
  });
});

function readTimes(body: unknown): { startedAt: string | null; finishedAt: string | null } {
  const read = (name: string) => {
    const value = field(body, "task", name);
    return typeof value === "string" ? value : null;
  };
  return { startedAt: read("startedAt"), finishedAt: read("finishedAt") };
}
