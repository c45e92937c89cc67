import { describe, expect, it } from "vitest";
import { FILE_NAMES, HOSTILE_TEXTS, KEYS } from "@/e2e/emulator/hostile-strings";
import { jsonResponse } from "@/lib/server/http/json-response";
import { JsonBody } from "@/lib/server/tasks/json-body";
import { maskStep, maskTask } from "@/lib/domain/secrets/mask-secrets";
import { stepTexts } from "@/lib/domain/steps/step-texts";
import { CONTRACTS, gatewayBench, serve } from "@/test/upstream/gateway";
import { FILE_ID, TASK_ID, wireStep } from "@/test/upstream/task";

const bench = gatewayBench();
/** Halves of characters have no UTF-8. */
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, "\ufffd");
const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe.each(CONTRACTS)("a hostile text over the $contract contract", ({ make, outputKey }) => {
  it.each(HOSTILE_TEXTS.map((text) => [text]))(
    "D01 D13 comes through every field as the text it is: %j",
    async (text) => {
      const actions = [text, JSON.stringify({ [text]: { [text]: text } })];
      const fields = { memory: text, evaluationPreviousGoal: text, nextGoal: text, url: text };
      serve(
        bench,
        make({
          task: text,
          llm: text,
          [outputKey]: text,
          judgement: text,
          browserUseVersion: text,
          status: text,
          metadata: { [text]: text },
          outputFiles: [{ id: FILE_ID, fileName: text }],
          steps: [wireStep(1, { ...fields, actions }), wireStep(2, { ...fields, actions })],
        }),
      );
      const { task, steps } = await bench.gateway.getTask(TASK_ID, null);
      const sent = await jsonResponse(new JsonBody({ task, steps }), {}).text();
      expect(JSON.parse(sent)).toEqual({ task, steps });
      expect(Buffer.from(sent).toString()).toBe(sent);
      const text8 = whole(text);
      expect(task).toMatchObject({
        prompt: text8,
        model: text8,
        output: text8,
        status: "unknown",
        agentVersion: text8,
      });
      expect(task.files).toEqual([{ id: FILE_ID, name: text8 }]);
      expect(Object.entries(task.metadata)).toEqual([[text8, text8]]);
      for (const step of steps) {
        expect(step).toMatchObject({
          memory: text8,
          evaluation: text8,
          nextGoal: text8,
          url: text8,
        });
        expect(step.actions[1]).toEqual({ name: text8, params: { [text8]: text8 } });
        expect(() => stepTexts(step)).not.toThrow();
        expect(() => maskStep(step)).not.toThrow();
      }
      expect(() => maskTask(task)).not.toThrow();
    },
  );

  it("D10 keeps names of the prototype out of the prototype", async () => {
    const named = Object.fromEntries(KEYS.map((key) => [key, { polluted: key }]));
    const actions = [`{"__proto__":{"polluted":true}}`, JSON.stringify({ input: named })];
    serve(bench, make({ metadata: named, steps: [wireStep(1, { actions })] }));
    const { task, steps } = await bench.gateway.getTask(TASK_ID, null);
    expect("polluted" in {}).toBe(false);
    expect("polluted" in task.metadata).toBe(false);
    expect(Object.getPrototypeOf(task.metadata)).toBe(Object.prototype);
    expect(steps[0]?.actions).toHaveLength(2);
    expect(JSON.parse(JSON.stringify({ task, steps }))).toEqual({ task, steps });
  });

  it("D09 shows an action of great depth as it came, and refuses an answer of great depth", async () => {
    for (const depth of [33, 10_000, 100_000]) {
      const action = `{"click":${deep(depth)}}`;
      serve(bench, make({ steps: [wireStep(1, { actions: [action] })], [outputKey]: deep(depth) }));
      const { task, steps } = await bench.gateway.getTask(TASK_ID, null);
      expect(steps[0]?.actions[0]).toHaveProperty("raw");
      expect(() => JSON.stringify({ task, steps })).not.toThrow();
    }
  });

  it("D12 takes no number that is none, and shows no sum of such", async () => {
    const odd = ["1e400", "-0", "9007199254740993"].map((number) => JSON.parse(number) as number);
    for (const [index, duration] of odd.entries()) {
      serve(bench, make({ steps: [wireStep(1, { duration, number: duration })] }));
      const { steps } = await bench.gateway.getTask(TASK_ID, null);
      const [step] = steps;
      expect(Number.isFinite(step?.durationSeconds ?? 0), String(index)).toBe(true);
      expect(Number.isSafeInteger(step?.number)).toBe(true);
      expect(JSON.stringify(steps)).not.toMatch(/NaN|Infinity/);
    }
    for (const cost of ["NaN", "Infinity", "1e9", "-.+", "", 1e400, "0x10"]) {
      serve(bench, make({ cost }));
      expect((await bench.gateway.getTask(TASK_ID, null)).task.cost).toBeNull();
    }
  });

  it("D17 D18 lists every file under its own id, whatever its name", async () => {
    const outputFiles = FILE_NAMES.map((fileName, index) => ({
      id: `file-${String(index)}`,
      fileName,
    }));
    serve(bench, make({ outputFiles }));
    const { task } = await bench.gateway.getTask(TASK_ID, null);
    expect(task.files.map(({ id }) => id)).toEqual(outputFiles.map(({ id }) => id));
    expect(Buffer.byteLength(JSON.stringify(task.files))).toBeLessThan(100_000);
  });
});
