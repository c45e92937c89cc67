import { act, type ScriptStep, type TaskScript } from "../script";
import { step } from "./step";

const JOBS = "https://brightpath.example";

const KINDS = [
  {
    shot: "jobs-list",
    goal: (job: number) => `Open job ${String(job)} from the list.`,
    name: "click_element_by_index",
    url: "/jobs?page=",
  },
  {
    shot: "jobs-detail",
    goal: (job: number) => `Read salary, place and closing date of job ${String(job)}.`,
    name: "extract_content",
    url: "/jobs/",
  },
  {
    shot: "wiki-search",
    goal: (job: number) => `Look up the employer of job ${String(job)} in Openpedia.`,
    name: "input_text",
    url: "/wiki?employer=",
  },
  {
    shot: "wiki-article",
    goal: (job: number) => `Note the size and the field of the employer of job ${String(job)}.`,
    name: "extract_content",
    url: "/wiki/employer-",
  },
  {
    shot: "dash-table",
    goal: (job: number) => `Enter job ${String(job)} into the table.`,
    name: "input_text",
    url: "/sheet?row=",
  },
] as const;

/** The outcome of a step is told by the next one; about one in seven goes wrong. */
function evaluation(index: number): string {
  if (index === 0) return "Unknown - nothing has been done.";
  if (index % 7 === 3) return "Failed - The page asked for a human check, so the data is missing.";
  return index % 11 === 5
    ? "Partial - Salary found, closing date not shown."
    : "Success - The page showed what was asked for; it is noted.";
}

/** Each step in words as long as real runs have them: about a hundred characters of memory, sixty of each other text. */
function longStep(index: number, length: number): ScriptStep {
  const kind = KINDS[index % KINDS.length] ?? KINDS[0];
  const job = Math.floor(index / KINDS.length) + 1;
  const isBlocked = (index + 1) % 7 === 3;
  return step({
    memory: `Step ${String(index + 1)}/${String(length)}. ${String(job - 1)} of ${String(length / KINDS.length)} jobs done; what a page did not show is left empty in the table.`,
    evaluation: evaluation(index),
    goal: kind.goal(job),
    url: `${JOBS}${kind.url}${String(job)}`,
    actions: [act(kind.name, { index: (index * 7) % 40, text: `job ${String(job)}` })],
    shot: !hasShot(index, length)
      ? null
      : isBlocked
        ? (["check-box", "check-grid", "check-failed"][index % 3] ?? null)
        : kind.shot,
    duration: 5 + ((index * 37) % 90) / 10 + (index === 187 ? 110 : 0),
  });
}

/** Of a very long run every tenth step has a picture: signing thousands of addresses takes long in each answer. */
function hasShot(index: number, length: number): boolean {
  return length <= 1000 || index % 10 === 0;
}

/** A run of `length` steps, five for each job. */
function longRun(
  length: number,
  words: Pick<TaskScript, "scenario" | "title" | "begins">,
): TaskScript {
  const jobs = length / KINDS.length;
  const done = jobs - 3;
  return {
    ...words,
    prompt: `Go through the first ${String(jobs)} jobs on brightpath.example and fill the table with salary, place, closing date, employer, size and field.`,
    model: "browser-use-llm",
    steps: Array.from({ length }, (_, index) => longStep(index, length)),
    ending: {
      status: "finished",
      output: `${String(done)} of ${String(jobs)} jobs are in the table. Jobs 14, 29 and 51 could not be read: the page asked for a human check.`,
      isSuccess: true,
      judge: {
        verdict: true,
        reasoning: `${String(done)} complete rows; the three gaps are named.`,
      },
    },
    queueSeconds: 2,
    files: [
      {
        name: "jobs.csv",
        content: [
          "job,salary",
          ...Array.from(
            { length: done },
            (_, row) => `${String(row + 1)},${String(48_000 + row * 250)}`,
          ),
        ].join("\n"),
      },
    ],
  };
}

/** A run of three hundred steps that is over. */
export const LONG_RUN = longRun(300, {
  scenario: "steps-300",
  title: "Finished: 300 steps",
  begins: { endedSecondsAgo: 900 },
});

/** A run of a thousand steps that starts when somebody first looks; at its own pace it takes two and a half hours. */
export const GROWING_RUN = longRun(1000, {
  scenario: "steps-1000",
  title: "Running: grows to 1,000 steps",
  begins: "first-read",
});

/** A run of ten thousand steps that starts when somebody first looks. */
export const ENDLESS_RUN = longRun(10_000, {
  scenario: "steps-10000",
  title: "Running: grows to 10,000 steps",
  begins: "first-read",
});

/** A run that is over, of 720 steps: as a run of v4 it has a little more than 5,000 events. */
const BUSY = longRun(720, {
  scenario: "run-5000-events",
  title: "Run, completed: 5,000 events",
  begins: { endedSecondsAgo: 2700 },
});

/** Its pictures are few: each stands in an event as it is. */
export const BUSY_RUN: TaskScript = {
  ...BUSY,
  steps: BUSY.steps.map((given, index) =>
    index % 10 === 0 ? given : { ...given, screenshot: null },
  ),
  contracts: ["v4"],
};
