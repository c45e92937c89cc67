import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleStep } from "@/test/factories/snapshot";
import { applyDelta, diffContent } from "@/lib/domain/task/content-delta";
import type { Step } from "@/lib/domain/task/step";
import { cutTask } from "@/lib/server/upstream/cut-task";
import { fullTask } from "@/test/upstream/full-task";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { withVanishedSteps } from "./vanished-steps";

const [START, LATER] = ["2026-01-02T03:04:05", "2026-01-02T04:00:00"];

const step = (number: number, name = `Goal ${String(number)}`) =>
  sampleStep(number, { nextGoal: name, screenshotKey: name, hasScreenshot: true });

function taskWith(steps: readonly Step[], more: Record<string, unknown> = {}): UpstreamTask {
  const whole = cutTask(fullTask({ startedAt: START, ...more }));
  const urls = steps.map((each) => [each.number, `https://b.example/${each.nextGoal}`] as const);
  const task = { ...whole.task, stepCount: steps.length };
  return { ...whole, task, steps, screenshotUrls: new Map(urls) };
}

type Content = Pick<UpstreamTask, "task" | "steps">;

/** What a page shows after the delta to an answer came over the wire. */
function follow(page: Content, kept: Content): Content {
  const text = JSON.stringify(diffContent(page, kept));
  // What was just written is read back.
  return applyDelta(page, JSON.parse(text) as ReturnType<typeof diffContent>);
}

const marks = ({ steps }: UpstreamTask) =>
  steps.map(({ number, isReported }) => (isReported ? number : -number));

describe("steps that vanish", () => {
  const shown = taskWith([step(1), step(2), step(3)]);

  it("F08 are kept where they stood, marked, counted and with their picture", () => {
    const kept = withVanishedSteps(shown, taskWith([step(1), step(3), step(4)]));
    expect(marks(kept)).toEqual([1, -2, 3, 4]);
    expect(kept.task.stepCount).toBe(4);
    expect(kept.screenshotUrls.get(2)).toBe("https://b.example/Goal 2");
    expect(kept.bytes).toBeGreaterThan(0);
  });

  it("F08 stay marked from answer to answer, and lose the mark when they are reported again", () => {
    const once = withVanishedSteps(shown, taskWith([step(1), step(3)]));
    const twice = withVanishedSteps(once, taskWith([step(1), step(3)]));
    expect(twice.steps[1]).toBe(once.steps[1]);
    const back = withVanishedSteps(twice, taskWith([step(1), step(2), step(3)]));
    expect(marks(back)).toEqual([1, 2, 3]);
  });

  it("F08 go with the final answer, and with a run that was started anew", () => {
    for (const more of [{ status: "finished" }, { startedAt: LATER }]) {
      expect(marks(withVanishedSteps(shown, taskWith([step(1)], more)))).toEqual([1]);
    }
    const untold = taskWith([step(1)], { startedAt: null });
    expect(marks(withVanishedSteps(shown, untold))).toEqual([1, -2, -3]);
  });

  it("F09 are not gone when they only moved to other numbers", () => {
    const renumbered = [step(0, "Goal 1"), step(1, "Goal 2"), step(2, "Goal 3")];
    expect(marks(withVanishedSteps(shown, taskWith(renumbered)))).toEqual([0, 1, 2]);
  });

  it("F08 that say the same as another one are gone all the same", () => {
    const alike = taskWith([step(1, "a"), step(2, "a"), step(3, "a")]);
    expect(marks(withVanishedSteps(alike, taskWith([step(1, "a"), step(2, "a")])))).toEqual([
      1, 2, -3,
    ]);
  });

  it("F08 fill no memory: the newest thousand are kept", () => {
    const many = taskWith(Array.from({ length: 3000 }, (_, index) => step(index)));
    expect(withVanishedSteps(many, taskWith([step(9999)])).steps).toHaveLength(1001);
  });

  it("F08 reach a page that follows deltas as one that reads everything, whatever the answers", () => {
    const answer = fc
      .record({
        numbers: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
        shift: fc.nat(1),
        more: fc.constantFrom(
          {},
          { startedAt: LATER },
          { startedAt: null },
          { status: "finished" },
        ),
      })
      .map(({ numbers, shift, more }) => {
        const steps = numbers.sort((a, b) => a - b).map((at) => step(at + shift, String(at)));
        return taskWith(steps, more);
      });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 2, maxLength: 6 }), (answers) => {
        let server: UpstreamTask | null = null;
        let page: Content | null = null;
        for (const next of answers) {
          const kept: UpstreamTask = withVanishedSteps(server, next);
          page = page === null ? kept : follow(page, kept);
          expect({ task: page.task, steps: page.steps }).toEqual({
            task: kept.task,
            steps: kept.steps,
          });
          const numbers = kept.steps.map(({ number }) => number);
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
          server = kept;
        }
      }),
    );
  });
});
