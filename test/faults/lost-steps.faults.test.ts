import { describe, expect, it } from "vitest";
import { field } from "@/e2e/emulator/test-emulator";
import { apiRoutes } from "@/lib/contract/routes";
import { ANY_CONTRACT, faultBench, wireStep } from "./faults";

const bench = faultBench();

/** The numbers of the steps of an answer; those no longer reported below 0. */
function marks(body: unknown): number[] {
  const steps = field(body, "steps");
  return Array.isArray(steps)
    ? steps.map((step) => Number(field(step, "number")) * (field(step, "isReported") ? 1 : -1))
    : [];
}

describe.each(ANY_CONTRACT)("answers that look older, %s contract", (contract) => {
  const running = (startAtStep = 3) => bench.newTask("running", contract, { startAtStep });

  /** Reads until two more answers have come, so that a doubt is settled. */
  const readTwice = async (taskId: string) => {
    await bench.readAfresh(taskId);
    return bench.readAfresh(taskId);
  };

  it("F08 a step that is removed later is kept with a mark until the task is final", async () => {
    const taskId = await running();
    await bench.patch(taskId, { steps: [1, 2, 3].map((number) => wireStep(number)) });
    const first = await bench.readTask(taskId);
    await bench.patch(taskId, { steps: [1, 3].map((number) => wireStep(number)) });
    const { body, text } = await bench.readAfresh(
      taskId,
      `?since=${String(field(first.body, "revision"))}`,
    );
    expect(field(body, "delta")).toBe(true);
    expect(field(body, "steps")).toEqual([{ number: 2, isReported: false }]);
    expect(text).not.toContain("removed");
    const marked = (await readTwice(taskId)).body;
    expect(marks(marked)).toEqual([1, -2, 3]);
    expect(field(marked, "task", "stepCount")).toBe(3);
    const finishedAt = "2026-03-01T12:00:00";
    await bench.patch(taskId, {
      steps: [1, 3].map((number) => wireStep(number)),
      status: "finished",
      finishedAt,
    });
    expect(marks((await bench.readAfresh(taskId)).body)).toEqual([1, 3]);
  });

  it("F08 one answer without its steps takes none away, and a restarted run begins afresh", async () => {
    const taskId = await running();
    const whole = await bench.upstreamTask(taskId);
    await bench.readTask(taskId);
    await bench.answerTask(taskId, { ...whole, steps: [] }, 1);
    for (let reads = 0; reads < 4; reads++) {
      expect(marks((await bench.readAfresh(taskId)).body)).toEqual([1, 2, 3]);
    }
    await bench.answerTask(taskId, {
      ...whole,
      startedAt: "2099-03-01T12:00:00",
      steps: [wireStep(1)],
    });
    expect(marks((await readTwice(taskId)).body)).toEqual([1]);
  });

  it("F09 a picture that is asked for by its key is that picture or none after a renumbering", async () => {
    const taskId = await running();
    const { body: before } = await bench.readTask(taskId);
    const keyOf = (body: unknown, index: number) =>
      String(field(body, "steps", index, "screenshotKey"));
    const byKey = (step: number, key: string) => {
      const { search } = new URL(apiRoutes.screenshot(taskId, step, 320, key), "http://x");
      return bench.readScreenshot(taskId, step, search);
    };
    const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
    const [two, three] = [keyOf(before, 1), keyOf(before, 2)];
    const picture = await byKey(2, two);
    expect(picture.headers.get("cache-control")).toBe("private, max-age=86400, immutable");
    const second = await bytes(picture);
    const steps: unknown = (await bench.upstreamTask(taskId)).steps;
    if (!Array.isArray(steps)) throw new Error("The sample has steps");
    await bench.patch(taskId, {
      steps: steps.map((step: object, number) => ({ ...step, number })),
    });
    const { body: after } = await readTwice(taskId);
    expect([keyOf(after, 1), keyOf(after, 2)]).toEqual([two, three]);
    // A page that still shows the old numbers, and one that shows the new ones.
    expect(await bytes(await byKey(2, two))).toEqual(second);
    expect(await bytes(await byKey(1, two))).toEqual(second);
    expect((await byKey(1, "nobodys-picture")).status).toBe(404);
    expect((await byKey(1, "a b")).status).toBe(400);
    const unnamed = await bench.readScreenshot(taskId, 1, "?w=320");
    expect(unnamed.headers.get("cache-control")).toBe("private, max-age=300");
    expect(await bytes(unnamed)).toEqual(second);
  });

  it("F09 signing an address anew changes neither key nor revision", async () => {
    const taskId = await running();
    const { body: before } = await bench.readTask(taskId);
    await bench.control("POST", `/tasks/${taskId}/assets`, { expired: true });
    await bench.control("POST", `/tasks/${taskId}/clock`, { paused: true });
    const at = field((await bench.readAfresh(taskId)).body, "steps", 0, "screenshotKey");
    expect(at).toBe(field(before, "steps", 0, "screenshotKey"));
    const revision = field((await bench.readAfresh(taskId)).body, "revision");
    expect(field((await bench.readAfresh(taskId)).body, "revision")).toBe(revision);
  });

  it("F14 an end that one answer takes back stays, and goes with the second in a row", async () => {
    const taskId = await bench.newTask("success-6", contract);
    const whole = await bench.upstreamTask(taskId);
    const status = async () => field((await bench.readTask(taskId)).body, "task", "status");
    expect(await status()).toBe("finished");
    const back = { ...whole, status: "started", finishedAt: null };
    await bench.answerTask(taskId, back, 1);
    await bench.control("DELETE", "/requests");
    while ((await bench.statuses(`/tasks/${taskId}`)).length < 4) {
      expect(await status()).toBe("finished");
    }
    await bench.answerTask(taskId, back);
    const { body } = await bench.readAfresh(taskId);
    expect(field(body, "task", "status")).toBe("running");
    expect(field(body, "steps")).toHaveLength(6);
  });
});
