import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Action } from "@/lib/domain/task/action";
import { BLANK_STEP, BLANK_TASK } from "@/lib/domain/task/blank-content";
import { SHARE_SCOPES, type ShareScope } from "./grant";
import { UNMASKED } from "@/lib/domain/secrets/masking";
import { readScopes } from "./share-scopes";
import { projectContent, visibleOfStep, visibleOfTask } from "./shared-content";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";

/** A task each of whose fields says something that would be found again. */
const TASK: Task = {
  id: "0a1b2c3d-0000-4000-8000-000000000001",
  prompt: "canary prompt",
  status: "finished",
  rawStatus: "finished",
  model: "canary model",
  createdAt: "2026-01-02T03:04:05.000Z",
  startedAt: "2026-01-02T03:04:06.000Z",
  finishedAt: "2026-01-02T03:05:05.000Z",
  output: "canary output",
  verdict: { agent: true, judge: false, judgement: "canary judgement" },
  judgeFlags: { reachedCaptcha: true, impossibleTask: false },
  suggestions: ["canary suggestion"],
  cost: "canary cost",
  files: [{ id: "f", name: "canary file" }],
  uploads: [{ id: "u", name: "canary upload" }],
  metadata: { key: "canary metadata" },
  agentVersion: "canary version",
  sessionStatus: "active",
  hasLive: true,
  stepCount: 1,
  cut: { prompt: 1, output: 2, judgement: 3 },
};
const STEP: Step = {
  number: 1,
  memory: "canary memory",
  evaluation: "canary evaluation",
  outcome: "success",
  nextGoal: "canary goal",
  url: "https://canary-address.example/",
  hasScreenshot: true,
  screenshotKey: "canary-picture",
  actions: [{ name: "click", params: { index: "canary action" } }],
  durationSeconds: 2,
  isReported: true,
  cut: { memory: 4 },
};
const CONTENT = { task: TASK, steps: [STEP] };

/** What goes over the wire for these scopes, as text. */
function wire(scopes: readonly ShareScope[], actions: readonly Action[] = STEP.actions): string {
  const content = { task: TASK, steps: [{ ...STEP, actions }] };
  const { task, steps } = projectContent(content, scopes, UNMASKED);
  const head = visibleOfTask(task, scopes);
  return JSON.stringify({ head, steps: steps.map((step) => visibleOfStep(step, scopes)) });
}

function canaries(text: string): string[] {
  return [...text.matchAll(/canary[ -](\w+)/g)].map(([, word = ""]) => word).sort();
}

const SHOWS: Record<ShareScope, string[]> = {
  status: [],
  steps: ["action", "address", "evaluation", "goal", "memory"],
  screenshots: ["picture"],
  prompt: ["prompt"],
  output: ["judgement", "output", "suggestion"],
  files: ["file"],
};

const anyScopes = fc
  .subarray([...SHARE_SCOPES])
  .map((scopes) => readScopes(scopes))
  .filter((scopes) => scopes !== null);

describe("what a share link shows of a task", () => {
  it("C07 is exactly what its scopes name, for every choice of scopes", () => {
    fc.assert(
      fc.property(anyScopes, (scopes) => {
        expect(canaries(wire(scopes))).toEqual(scopes.flatMap((scope) => SHOWS[scope]).sort());
      }),
    );
  });

  it("C07 is never the model, the cost, metadata, uploads, the session or the live view", () => {
    const { task } = projectContent(CONTENT, SHARE_SCOPES, UNMASKED);
    const { model, cost, metadata, uploads, sessionStatus, hasLive, agentVersion } = BLANK_TASK;
    expect(task).toMatchObject({ model, cost, metadata, uploads, sessionStatus, hasLive });
    expect(task.agentVersion).toBe(agentVersion);
  });

  it("is the whole of a step and of the head for whoever may see all", () => {
    const { task, steps } = projectContent(CONTENT, SHARE_SCOPES, UNMASKED);
    expect(steps).toEqual([STEP]);
    expect(task).toMatchObject({ prompt: TASK.prompt, output: TASK.output, cut: TASK.cut });
  });

  it("leaves blanks where nothing is shown", () => {
    const { task, steps } = projectContent(CONTENT, ["status"], UNMASKED);
    expect(steps).toEqual([]);
    expect(task).toEqual({
      ...BLANK_TASK,
      ...visibleOfTask(TASK, ["status"]),
      verdict: { agent: true, judge: false, judgement: null },
    });
    const [step] = projectContent(CONTENT, ["status", "steps"], UNMASKED).steps;
    expect(step).toMatchObject({ hasScreenshot: false, screenshotKey: null });
    expect(Object.keys(step ?? {})).toEqual(Object.keys(BLANK_STEP));
  });

  it("tells only of those texts that they are cut which it shows", () => {
    const cutFor = (...scopes: ShareScope[]) =>
      projectContent(CONTENT, ["status", ...scopes], UNMASKED).task.cut;
    expect(cutFor()).toBeNull();
    expect(cutFor("prompt")).toEqual({ prompt: 1 });
    expect(cutFor("output")).toEqual({ output: 2, judgement: 3 });
  });

  it("has the output in no action without the scope for it", () => {
    const actions: Action[] = [
      { name: "done", params: { success: true, text: "canary report" } },
      { raw: '{"done":{"text":"canary report"' },
    ];
    expect(wire(["status", "steps"], actions)).not.toContain("report");
    expect(wire(["status", "steps"], actions)).toContain('"success":true');
    expect(wire(["status", "steps", "output"], actions)).toContain("report");
  });

  it("has the content of files in no action without the scope for it", () => {
    const actions: Action[] = [
      { name: "write_file", params: { file_name: "a.csv", content: "canary rows" } },
      { name: "replace_file_str", params: { file_name: "a.csv", new_str: "canary rows" } },
      { raw: '{"append_file":{"content":"canary rows"' },
    ];
    expect(wire(["status", "steps"], actions)).not.toContain("rows");
    expect(wire(["status", "steps"], actions)).toContain("a.csv");
    expect(wire(["status", "steps", "files"], actions)).toContain("rows");
  });

  it("is masked", () => {
    const shown = projectContent(CONTENT, SHARE_SCOPES, {
      task: (task) => ({ ...task, prompt: "masked" }),
      step: (step) => ({ ...step, memory: "masked" }),
    });
    expect([shown.task.prompt, shown.steps[0]?.memory]).toEqual(["masked", "masked"]);
  });
});
