import { describe, expect, it, vi } from "vitest";
import { GET as getOutput } from "@/app/api/tasks/[taskId]/output/route";
import { GET as getStep } from "@/app/api/tasks/[taskId]/steps/[step]/route";
import { field } from "@/e2e/emulator/test-emulator";
import { callRoute } from "@/test/product";
import { getApp } from "@/lib/server/app/get-app";
import { CONTRACTS, faultBench, wireStep } from "./faults";

const bench = faultBench();
const MEGABYTE = 1024 * 1024;
const KEPT = 64 * 1024;
/** 5 MB on one line, without a space. */
const HUGE = "x".repeat(5 * MEGABYTE);

const readStep = async (taskId: string, step: number | string) => {
  const response = await callRoute(getStep, "/", { taskId, step: String(step) });
  return { response, body: (await response.json()) as unknown };
};
const readTexts = async (taskId: string) => {
  const response = await callRoute(getOutput, "/", { taskId });
  return { response, body: (await response.json()) as unknown };
};

describe.each(CONTRACTS)("fields of 5 MB, %s contract", (contract) => {
  const outputKey = contract === "current" ? "output" : "doneOutput";
  const running = () => bench.newTask("running", contract, { startAtStep: 2 });

  it("F13 D11 a poll carries 64 KiB of each text of a step, and the step is there whole", async () => {
    const taskId = await running();
    const evaluationPreviousGoal = `${"y".repeat(MEGABYTE)} Verdict: Success`;
    const fields = { memory: HUGE, url: `https://a.example/${"z".repeat(MEGABYTE)}` };
    await bench.patch(taskId, {
      steps: [wireStep(1), wireStep(2, { ...fields, evaluationPreviousGoal })],
    });
    const { body, text } = await bench.readTask(taskId);
    expect(text.length).toBeLessThan(4 * KEPT);
    expect(field(body, "steps", 1, "memory")).toHaveLength(KEPT);
    expect(field(body, "steps", 1, "cut")).toEqual({
      memory: 5 * MEGABYTE,
      evaluation: evaluationPreviousGoal.length,
      url: fields.url.length,
    });
    expect(field(body, "steps", 0)).toMatchObject({ cut: null, outcome: "success" });
    const whole = await readStep(taskId, 2);
    expect(whole.response.headers.get("cache-control")).toBe("private, no-store");
    expect(field(whole.body, "memory")).toBe(HUGE);
    expect(whole.body).toMatchObject({ number: 2, cut: null, url: fields.url });
  });

  it("F13 an action is cut within its parameters, and whole on demand", async () => {
    const taskId = await running();
    const actions = [
      JSON.stringify({ input_text: { index: 4, text: "é".repeat(100_000) } }),
      `{"odd ${"x".repeat(100_000)}`,
    ];
    await bench.patch(taskId, { steps: [wireStep(1, { actions })] });
    const { body, text } = await bench.readTask(taskId);
    expect(text.length).toBeLessThan(3 * KEPT);
    expect(field(body, "steps", 0, "actions", 0)).toMatchObject({ params: { index: 4 } });
    expect(Number(field(body, "steps", 0, "cut", "actions"))).toBeGreaterThan(300_000);
    const whole = await readStep(taskId, 1);
    expect(field(whole.body, "actions", 0, "params", "text")).toBe("é".repeat(100_000));
    expect(field(whole.body, "actions", 1, "raw")).toBe(actions[1]);
  });

  it("F13 of the texts of the task a poll carries 64 KiB, of the output 256", async () => {
    const taskId = await bench.newTask("success-6", contract);
    await bench.patch(taskId, { [outputKey]: HUGE, task: "p".repeat(MEGABYTE) });
    const { body, text } = await bench.readTask(taskId);
    expect(text.length).toBeLessThan(6 * KEPT);
    expect(field(body, "task", "output")).toHaveLength(4 * KEPT);
    expect(field(body, "task", "prompt")).toHaveLength(KEPT);
    expect(field(body, "task", "cut")).toEqual({ prompt: MEGABYTE, output: 5 * MEGABYTE });
    const { response, body: texts } = await readTexts(taskId);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(field(texts, "output")).toBe(HUGE);
    expect(field(texts, "prompt")).toHaveLength(MEGABYTE);
    expect(field(texts, "judgement")).toBe(field(body, "task", "verdict", "judgement"));
  });

  it("F13 six fields of 5 MB make a small answer, and whoever asks for them all causes one call", async () => {
    const taskId = await running();
    const steps = [1, 2, 3, 4, 5, 6].map((number) => wireStep(number, { memory: HUGE }));
    await bench.patch(taskId, { steps });
    const { body, text } = await bench.readTask(taskId);
    expect(text.length).toBeLessThan(7 * KEPT);
    expect(field(body, "steps")).toHaveLength(6);
    const getFullTask = vi.spyOn(getApp().gateway, "getFullTask");
    const whole = await Promise.all([1, 2, 3, 4, 5, 6].map((step) => readStep(taskId, step)));
    for (const { body: step } of whole) expect(field(step, "memory")).toHaveLength(HUGE.length);
    expect(getFullTask).toHaveBeenCalledTimes(1);
  });

  it("F13 a word, a name or metadata of 5 MB does not come with every poll", async () => {
    const taskId = await running();
    await bench.patch(taskId, {
      llm: HUGE,
      browserUseVersion: HUGE,
      metadata: { note: HUGE },
      outputFiles: [{ id: taskId, fileName: HUGE }],
    });
    const { text } = await bench.readTask(taskId);
    expect(text.length).toBeLessThan(KEPT);
  });

  it("F13 a short step comes from memory, and one that is not there is a problem", async () => {
    const taskId = await running();
    await bench.readTask(taskId);
    await bench.breakPath(`/tasks/${taskId}`, { kind: "status", status: 500 });
    expect((await readStep(taskId, 1)).body).toMatchObject({ number: 1, cut: null });
    expect((await readTexts(taskId)).body).toMatchObject({ output: null });
    for (const [step, status, code] of [
      [77, 404, "step-not-found"],
      ["1e1", 400, "bad-request"],
    ] as const) {
      const { response, body } = await readStep(taskId, step);
      expect([response.status, field(body, "code")]).toEqual([status, code]);
    }
  });

  it("F13 a long text that cannot be had whole is a problem, and the poll goes on", async () => {
    const taskId = await running();
    await bench.patch(taskId, { steps: [wireStep(1, { memory: HUGE })] });
    await bench.readTask(taskId);
    await bench.breakPath(`/tasks/${taskId}`, { kind: "status", status: 500 });
    const { response, body } = await readStep(taskId, 1);
    expect([response.status, field(body, "code")]).toEqual([502, "upstream-unavailable"]);
    expect((await bench.readTask(taskId)).status).toBe(200);
  });
});
