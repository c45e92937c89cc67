import { afterEach, expect, it, vi } from "vitest";
import { createTaskReader } from "@/lib/server/upstream/read-task";
import { currentTask, documentedTask, TASK_ID } from "@/test/upstream/task";
import { KeptTasks } from "./kept-tasks";
import { deltaSince } from "./snapshot-history";

/*
 * What it costs in time is measured by the workload `h` of the benchmark; here is counted what the time goes into: text
 * that is parsed, and text that is written to be compared, hashed or sent.
 */
const ANSWERS = 12;

/** A step with texts and a presigned address as long as real ones. */
function step(number: number, answer: number): object {
  const place = `https://store.example/tasks/${TASK_ID}/steps/${String(number)}.png`;
  return {
    number,
    memory: `Step ${String(number)}. ${"What a page did not show is left empty in the table. ".repeat(2)}`,
    evaluationPreviousGoal: "Success - The page showed what was asked for; it is noted.",
    nextGoal: `Read salary, place and closing date of job ${String(number)}.`,
    url: `https://jobs.example/jobs/${String(number)}`,
    screenshotUrl: `${place}?X-Amz-Date=${String(answer)}&X-Amz-Signature=${String(answer % 10).repeat(280)}`,
    actions: [`{"input_text":{"index":${String(number % 40)},"text":"job ${String(number)}"}}`],
  };
}

afterEach(() => vi.restoreAllMocks());

/** How many characters went through `JSON.parse`, or came out of `JSON.stringify`. */
function countJson(): () => number {
  let characters = 0;
  const { parse, stringify } = JSON;
  vi.spyOn(JSON, "parse").mockImplementation((text, reviver) => {
    characters += text.length;
    return parse(text, reviver) as unknown;
  });
  vi.spyOn(JSON, "stringify").mockImplementation((value: unknown) => {
    const text = stringify(value);
    characters += text.length;
    return text;
  });
  return () => characters;
}

it.each([
  { contract: "documented", make: documentedTask },
  { contract: "current", make: currentTask },
])(
  "an answer of the $contract contract with one new step of a thousand is read by what is new in it",
  async ({ make }) => {
    const texts = Array.from({ length: ANSWERS + 1 }, (_, answer) =>
      JSON.stringify(
        make({
          steps: Array.from({ length: 1000 - ANSWERS + answer }, (__, at) => step(at + 1, answer)),
        }),
      ),
    );
    const [first = "", ...next] = texts;
    const take = follow();
    await take(first);
    const written = countJson();
    for (const text of next) await take(text);
    const size = next.reduce((sum, text) => sum + text.length, 0);
    // A new step, the one before it, whose outcome it tells, and the head of the task are some of a thousand parts.
    expect(written() / size).toBeLessThan(0.02);
  },
);

/** Reads each answer after the one before, keeps it, and makes the delta between the two. */
function follow(): (text: string) => Promise<void> {
  const tasks = new KeptTasks();
  let answer = "";
  const reader = createTaskReader({
    client: {
      getJson: () => Promise.resolve({}),
      getText: (_, read) => Promise.resolve().then(() => read(answer)),
      act: () => Promise.reject(new Error("Nothing is changed here")),
    },
    allowLiveUrl: () => null,
    now: () => 0,
    warn: () => undefined,
  });
  return async (text) => {
    answer = text;
    const before = tasks.get(TASK_ID);
    tasks.accept(TASK_ID, await reader.getTask(TASK_ID, before?.upstream ?? null), 0, 0);
    const after = tasks.get(TASK_ID);
    if (before === null || after === null) return;
    const { revision, history, upstream } = after;
    const snapshot = { revision, fetchedAt: "", stale: null, ...upstream };
    const delta = deltaSince(history, before.revision, snapshot);
    expect(delta?.steps).toHaveLength(2);
    JSON.stringify(delta);
  };
}
