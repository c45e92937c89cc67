import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeAnswer } from "@/lib/client/api/merge-answer";
import { toAnswer } from "@/lib/client/api/shared-answer";
import { sampleSnapshot, sampleStep } from "@/test/factories/snapshot";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { SHARE_SCOPES } from "@/lib/domain/sharing/grant";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import { UNMASKED } from "@/lib/domain/secrets/masking";
import { readScopes } from "@/lib/domain/sharing/share-scopes";
import {
  deltaSince,
  noteSnapshot,
  type SnapshotHistory,
} from "@/lib/server/tasks/snapshot-history";
import { projectSnapshot, shownSnapshot, type Projection } from "./project-snapshot";
import { toSharedBody } from "./to-shared-body";

const anyScopes = fc
  .subarray([...SHARE_SCOPES])
  .map((scopes) => readScopes(scopes))
  .filter((scopes) => scopes !== null);
const text = fc.constantFrom("", "one", "two");
const anySteps = fc
  .uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 6 }), memory: text, picture: text }), {
    selector: ({ number }) => number,
  })
  .map((steps) =>
    steps
      .sort((a, b) => a.number - b.number)
      .map(({ number, memory, picture }) =>
        sampleStep(number, {
          memory,
          hasScreenshot: picture !== "",
          screenshotKey: picture === "" ? null : picture,
        }),
      ),
  );
const anyRun = fc.array(fc.record({ steps: anySteps, prompt: text, output: text, cost: text }), {
  minLength: 1,
  maxLength: 6,
});

type State = Partial<Task> & { steps?: readonly Step[] };

function wholeSnapshot(at: number, { steps = [], ...head }: State): TaskSnapshot {
  const { task } = sampleSnapshot();
  return sampleSnapshot({
    revision: String(at),
    fetchedAt: new Date(at * 1000).toISOString(),
    steps,
    task: { ...task, ...head },
  });
}

describe("the answers to somebody with a share link", () => {
  it("lead, one laid over the other, to what the link shows of the newest state", () => {
    fc.assert(
      fc.property(anyScopes, anyRun, (scopes, run) => {
        let projection: Projection | null = null;
        let history: SnapshotHistory = [];
        let page: TaskSnapshot | null = null;
        for (const [at, state] of run.entries()) {
          const whole = wholeSnapshot(at, state);
          projection = projectSnapshot(projection, whole, scopes, UNMASKED);
          const shown = shownSnapshot(projection, whole);
          history = noteSnapshot(history, shown);
          const delta = page === null ? null : deltaSince(history, page.revision, shown);
          // Over the wire and back.
          const body: unknown = JSON.parse(JSON.stringify(toSharedBody(delta ?? shown, scopes)));
          page = mergeAnswer(page, toAnswer(page, body));
          expect(page).toEqual(shown);
        }
      }),
    );
  });

  it("do not change with what the link does not show", () => {
    const scopes = ["status", "output"] as const;
    const before = projectSnapshot(null, wholeSnapshot(1, { cost: "1" }), scopes, UNMASKED);
    const other = wholeSnapshot(2, { cost: "2", prompt: "Other", steps: [sampleStep(1)] });
    expect(projectSnapshot(before, other, scopes, UNMASKED).revision).toBe(before.revision);
    const news = wholeSnapshot(3, { output: "Done" });
    expect(projectSnapshot(before, news, scopes, UNMASKED).revision).not.toBe(before.revision);
  });

  it("project a step once, however often it is read", () => {
    let projected = 0;
    const counting = {
      ...UNMASKED,
      step: (step: ReturnType<typeof sampleStep>) => {
        projected += 1;
        return step;
      },
    };
    const scopes = ["status", "steps"] as const;
    const steps = Array.from({ length: 100 }, (_, at) => sampleStep(at + 1));
    const first = projectSnapshot(null, wholeSnapshot(1, { steps }), scopes, counting);
    // The task store gives steps that did not change as the same objects.
    const again = [...steps, sampleStep(101)];
    const second = projectSnapshot(first, wholeSnapshot(2, { steps: again }), scopes, counting);
    expect(second.shown.steps).toHaveLength(101);
    expect(projected).toBe(101);
  });
});
