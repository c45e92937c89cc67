import { describe, expect, it } from "vitest";
import { POST as postLive } from "@/app/api/tasks/[taskId]/live/route";
import { field } from "@/e2e/emulator/test-emulator";
import { callRoute } from "@/test/product";
import { CONTRACTS, faultBench, newId, wireStep } from "./faults";

const bench = faultBench();

/** One field of every step of an answer. */
function each(body: unknown, name: string): unknown[] {
  const steps = field(body, "steps");
  return Array.isArray(steps) ? steps.map((step) => field(step, name)) : [];
}

describe.each(CONTRACTS)("steps and sessions that drift, %s contract", (contract) => {
  const running = () => bench.newTask("running", contract, { startAtStep: 2 });

  it("F06 steps out of order are sorted by number", async () => {
    const taskId = await running();
    await bench.patch(taskId, { steps: [3, 1, "10", 2].map((number) => wireStep(number)) });
    expect(each((await bench.readTask(taskId)).body, "number")).toEqual([1, 2, 3, 10]);
  });

  it("F07 of a number that comes twice the last complete step counts, once", async () => {
    const taskId = await running();
    const empty = { memory: "", nextGoal: "", actions: [] };
    const steps = [
      wireStep(1),
      wireStep(2),
      wireStep(2, { nextGoal: "Later" }),
      wireStep(2, empty),
      wireStep(1, empty),
    ];
    await bench.patch(taskId, { steps });
    const { body } = await bench.readTask(taskId);
    expect(each(body, "nextGoal")).toEqual(["Goal 1", "Later"]);
    expect(field(body, "task", "stepCount")).toBe(2);
  });

  it("F09 after a renumbering from 0 each step serves the screenshot of its own", async () => {
    const taskId = await bench.newTask("running", contract, { startAtStep: 3 });
    await bench.readTask(taskId);
    const bytesOf = async (step: number) =>
      Buffer.from(await (await bench.readScreenshot(taskId, step)).arrayBuffer());
    const before = [await bytesOf(1), await bytesOf(2), await bytesOf(3)];
    const steps: unknown = (await bench.upstreamTask(taskId)).steps;
    if (!Array.isArray(steps)) throw new Error("The sample has steps");
    await bench.patch(taskId, {
      steps: steps.map((step: object, number) => ({ ...step, number })),
    });
    expect(each((await bench.readAfresh(taskId)).body, "number")).toEqual([0, 1, 2]);
    expect([await bytesOf(0), await bytesOf(1), await bytesOf(2)]).toEqual(before);
    expect((await bench.readScreenshot(taskId, 3)).status).toBe(404);
  });

  it("F10 a text that changes after it was seen comes as that change alone", async () => {
    const taskId = await running();
    await bench.patch(taskId, { steps: [wireStep(1), wireStep(2)] });
    const { body } = await bench.readTask(taskId);
    await bench.patch(taskId, { steps: [wireStep(1, { memory: "Rewritten" }), wireStep(2)] });
    const delta = await bench.readAfresh(taskId, `?since=${String(field(body, "revision"))}`);
    expect(field(delta.body, "steps")).toEqual([{ number: 1, memory: "Rewritten" }]);
    expect(each((await bench.readTask(taskId)).body, "memory")).toEqual(["Rewritten", "Memory 2"]);
  });

  it("F11 a gap in the numbers stays a gap", async () => {
    const taskId = await running();
    await bench.patch(taskId, { steps: [1, 2, 5].map((number) => wireStep(number)) });
    const { body } = await bench.readTask(taskId);
    expect(each(body, "number")).toEqual([1, 2, 5]);
    expect(field(body, "task", "stepCount")).toBe(3);
  });

  it("F12 of 100,000 steps 20,000 are kept and all are counted", async () => {
    const taskId = await running();
    await bench.patch(taskId, { steps: Array.from({ length: 100_000 }, () => ({})) });
    const { body } = await bench.readTask(taskId);
    expect(field(body, "steps")).toHaveLength(20_000);
    expect(field(body, "task", "stepCount")).toBe(100_000);
  });

  it("F12 a new step of a run with 10,000 is told in less than 200 KB", async () => {
    const taskId = await running();
    const steps = Array.from({ length: 10_000 }, () => ({ memory: "Looked at a page." }));
    await bench.patch(taskId, { steps });
    const { body } = await bench.readTask(taskId);
    expect(field(body, "steps")).toHaveLength(10_000);
    await bench.patch(taskId, { steps: [...steps, wireStep(10_001)] });
    const delta = await bench.readAfresh(taskId, `?since=${String(field(body, "revision"))}`);
    expect(field(delta.body, "steps", 0)).toMatchObject({ number: 10_000, outcome: "success" });
    expect(field(delta.body, "steps", 1)).toMatchObject({ number: 10_001, nextGoal: "Goal 10001" });
    expect(delta.text.length).toBeLessThan(2000);
  });

  it("F15 a finished task without a claim, a failed one with output, a stopped one without steps", async () => {
    const taskId = await bench.newTask("stack-trace", contract);
    await bench.patch(taskId, { status: "finished", isSuccess: null });
    expect(field((await bench.readTask(taskId)).body, "task")).toMatchObject({
      status: "finished",
      verdict: { agent: null },
    });
    const output = "Half of it.";
    await bench.patch(taskId, { status: "failed", output, doneOutput: output });
    bench.restart();
    expect(field((await bench.readTask(taskId)).body, "task")).toMatchObject({
      status: "failed",
      output,
    });
    await bench.patch(taskId, { status: "stopped", steps: [] });
    bench.restart();
    const { body } = await bench.readTask(taskId);
    expect(field(body, "task")).toMatchObject({ status: "stopped", stepCount: 0 });
    expect(field(body, "steps")).toEqual([]);
  });

  it("F19 a session that is absent or another task's gives no live view, and the rest works", async () => {
    const taskId = await running();
    const gone = { sessionId: null, session: null };
    const another = { sessionId: newId(), session: { id: newId(), liveUrl: "https://x.example/" } };
    for (const patch of [gone, another]) {
      await bench.patch(taskId, patch);
      bench.restart();
      const { body } = await bench.readTask(taskId);
      expect(field(body, "task")).toMatchObject({ hasLive: false, stepCount: 2 });
      expect(field(body, "stale")).toBeNull();
      const live = await callRoute(postLive, "/", { taskId }, { method: "POST" });
      expect([live.status, field(await live.json(), "code")]).toEqual([409, "live-unavailable"]);
    }
  });
});

describe("what the current contract alone tells", () => {
  it("F15 a judge who contradicts the agent is shown beside it", async () => {
    const taskId = await bench.newTask("stack-trace", "current");
    await bench.patch(taskId, { isSuccess: true, judgeVerdict: false });
    expect(field((await bench.readTask(taskId)).body, "task", "verdict")).toMatchObject({
      agent: true,
      judge: false,
    });
  });

  it.each([
    ['{"reasoning": "No shoes', '{"reasoning": "No shoes'],
    ["It looks fine to me.", "It looks fine to me."],
    ['{"reasoning":"No shoes."}', "No shoes."],
    ["", null],
    ["null", null],
    ["[1]", "[1]"],
  ])("F17 the judgement %j is read as %j", async (judgement, expected) => {
    const taskId = await bench.newTask("stack-trace", "current");
    await bench.patch(taskId, { judgement });
    const { body } = await bench.readTask(taskId);
    expect(field(body, "task", "verdict", "judgement")).toBe(expected);
  });

  it("F19 a session that answers 404 or an error takes nothing but the live view", async () => {
    for (const status of [404, 500]) {
      const taskId = await bench.newTask("running", "current", { startAtStep: 2 });
      await bench.breakPath("/sessions/", { kind: "status", status });
      const { body } = await bench.readTask(taskId);
      expect(field(body, "task")).toMatchObject({ hasLive: false, stepCount: 2 });
      expect(field(body, "stale")).toBeNull();
    }
  });
});
