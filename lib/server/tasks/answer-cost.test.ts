import { expect, it } from "vitest";
import { createTaskReader } from "@/lib/server/upstream/read-task";
import { currentTask, documentedTask, TASK_ID } from "@/test/upstream/task";
import { KeptTasks } from "./kept-tasks";
import { deltaSince } from "./snapshot-history";

/** What an answer may cost, in what `JSON.parse` of it does. */
const MOST_TIMES = 2.5;
const ANSWERS = 12;
/** A busy machine gets more chances: what really costs more does so every time. */
const ROUNDS = 12;

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

async function cpuMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

it.each([
  { contract: "documented", make: documentedTask },
  { contract: "current", make: currentTask },
])(
  "an answer of the $contract contract with one new step of a thousand costs little more than its JSON",
  async ({ make }) => {
    const texts = Array.from({ length: ANSWERS + 1 }, (_, answer) =>
      JSON.stringify(
        make({
          steps: Array.from({ length: 1000 - ANSWERS + answer }, (__, at) => step(at + 1, answer)),
        }),
      ),
    );
    const [first = "", ...next] = texts;
    let [ours, plain] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < ROUNDS; round += 1) {
      const take = follow();
      await take(first);
      const work = async () => {
        for (const text of next) await take(text);
      };
      ours = Math.min(ours, await cpuMs(work));
      plain = Math.min(plain, await cpuMs(() => next.map((text) => JSON.parse(text) as object)));
      if (round > 0 && ours <= MOST_TIMES * plain) return;
    }
    expect(ours / plain).toBeLessThanOrEqual(MOST_TIMES);
  },
  60_000,
);

/** Reads each answer after the one before, keeps it, and makes the delta between the two. */
function follow(): (text: string) => Promise<void> {
  const tasks = new KeptTasks();
  let answer = "";
  const reader = createTaskReader({
    client: {
      getJson: () => Promise.resolve({}),
      getText: (_, read) => Promise.resolve().then(() => read(answer)),
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
