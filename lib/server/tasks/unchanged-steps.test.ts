import { beforeEach, describe, expect, it, vi } from "vitest";
import * as reading from "@/lib/server/upstream/contracts/read-steps";
import { createTaskReader } from "@/lib/server/upstream/read-task";
import { currentTask, documentedTask, TASK_ID, wireStep } from "@/test/upstream/task";
import { KeptTasks, type KeptTask } from "./kept-tasks";
import { markSteps } from "./revision";

vi.mock("@/lib/server/upstream/contracts/read-steps", async (original) => {
  const actual = await original<typeof reading>();
  return { ...actual, readStep: vi.fn(actual.readStep) };
});
const readStep = vi.mocked(reading.readStep);

const CONTRACTS = [
  { contract: "documented", make: documentedTask },
  { contract: "current", make: currentTask },
] as const;

/** The steps of the answer number `answer`: their addresses are signed for it. */
const steps = (count: number, answer: number) =>
  Array.from({ length: count }, (_, index) =>
    wireStep(index + 1, {
      screenshotUrl: `https://bucket.example/${String(index + 1)}.png?sig=${"ab".repeat(answer)}`,
    }),
  );

/** What is kept after answers with these bodies, one after the other. */
async function watch(...bodies: object[]): Promise<KeptTask[]> {
  const tasks = new KeptTasks();
  const kept: KeptTask[] = [];
  let suspected = 0;
  for (const body of bodies) {
    readStep.mockClear();
    const text = JSON.stringify(body);
    const reader = createTaskReader({
      client: {
        getJson: () => Promise.resolve({}),
        getText: (_, read) => Promise.resolve(read(text)),
        act: () => Promise.reject(new Error("Nothing is changed here")),
      },
      allowLiveUrl: () => null,
      now: () => 0,
      warn: () => undefined,
    });
    const before = tasks.get(TASK_ID)?.upstream ?? null;
    suspected = tasks.accept(TASK_ID, await reader.getTask(TASK_ID, before), 0, suspected);
    const now = tasks.get(TASK_ID);
    if (now !== null) kept.push(now);
  }
  return kept;
}

beforeEach(() => readStep.mockClear());

describe.each(CONTRACTS)("answers of the $contract contract", ({ make }) => {
  it("with one new step of a thousand have one step validated and mapped, though all are signed anew", async () => {
    const [before, after] = await watch(
      make({ steps: steps(999, 1) }),
      make({ steps: steps(1000, 2) }),
    );
    expect(readStep).toHaveBeenCalledTimes(1);
    expect(after?.upstream.steps).toHaveLength(1000);
    // The last one but one has an outcome now.
    const same = after?.upstream.steps.filter((step, at) => step === before?.upstream.steps[at]);
    expect(same).toHaveLength(998);
    expect(after?.upstream.screenshotUrls.get(1)).toBe("https://bucket.example/1.png?sig=abab");
  });

  it("without news leave all that is kept as it is, but for the addresses", async () => {
    const [before, after] = await watch(
      make({ steps: steps(50, 1) }),
      make({ steps: steps(50, 3) }),
    );
    expect(readStep).not.toHaveBeenCalled();
    expect(after?.upstream.steps).toBe(before?.upstream.steps);
    expect(after?.history).toBe(before?.history);
    expect(after?.upstream.screenshotUrls.get(50)).toMatch(/ababab$/);
  });

  it("have a changed step read, and those that moved with it found again", async () => {
    const [first, second, ...rest] = steps(60, 1);
    const changed = { ...second, memory: "It was otherwise" };
    await watch(make({ steps: steps(60, 1) }), make({ steps: [first, changed, ...rest] }));
    expect(readStep).toHaveBeenCalledTimes(1);
    await watch(make({ steps: steps(60, 1) }), make({ steps: rest }));
    expect(readStep).not.toHaveBeenCalled();
    await watch(make({ steps: rest }), make({ steps: steps(60, 2) }));
    expect(readStep).toHaveBeenCalledTimes(2);
  });

  it("keep knowing their steps beside one that vanished", async () => {
    const some = steps(20, 1).toSpliced(4, 1);
    const bodies = [steps(20, 1), some, some].map((each) => make({ steps: each }));
    const kept = await watch(...bodies, make({ steps: steps(21, 2).toSpliced(4, 1) }));
    expect(readStep).toHaveBeenCalledTimes(1);
    expect(kept.at(-1)?.upstream.steps).toHaveLength(21);
  });

  it("are not kept as texts when most of the text is cut away", async () => {
    const memory = "x".repeat(1024 * 1024);
    const [kept] = await watch(make({ steps: steps(3, 1).map((step) => ({ ...step, memory })) }));
    expect(kept?.upstream.source).toBeUndefined();
    expect(kept?.upstream.screenshotUrls.get(3)).toBe("https://bucket.example/3.png?sig=ab");
  });
});

it("an answer that another instance got leaves the steps of the last own one known", async () => {
  const [kept] = await watch(documentedTask({ steps: steps(9, 1) }));
  if (kept === undefined) throw new Error("It is kept");
  const { source, ...theirs } = kept.upstream;
  const tasks = new KeptTasks();
  tasks.accept(TASK_ID, kept.upstream, 0, 0);
  tasks.accept(TASK_ID, structuredClone(theirs), 0, 0);
  expect(tasks.get(TASK_ID)?.upstream.source).toBe(source);
});

it("an own answer that says what another instance's did is known by the steps that are kept", async () => {
  const [kept] = await watch(documentedTask({ steps: steps(9, 1) }));
  if (kept === undefined) throw new Error("It is kept");
  const { source, ...theirs } = kept.upstream;
  const tasks = new KeptTasks();
  tasks.accept(TASK_ID, structuredClone(theirs), 0, 0);
  tasks.accept(TASK_ID, kept.upstream, 0, 0);
  const held = tasks.get(TASK_ID)?.upstream.steps;
  expect(held).not.toBe(theirs.steps);
  expect(source?.found.steps.map(({ content }) => content?.step)).toEqual(held);
  expect(source?.found.steps.every(({ content }, at) => content?.step === held?.[at])).toBe(true);
});

it("a revision looks only into steps that are new", async () => {
  const [kept] = await watch(documentedTask({ steps: steps(30, 1) }));
  if (kept === undefined) throw new Error("It is kept");
  const looked = vi.fn(() => "");
  const watched = kept.upstream.steps.map((step) => Object.assign({ ...step }, { toJSON: looked }));
  const marks = markSteps(watched, null);
  expect(looked).toHaveBeenCalledTimes(30);
  const [last] = kept.upstream.steps;
  markSteps(last === undefined ? watched : [...watched, last], marks);
  expect(looked).toHaveBeenCalledTimes(30);
});
