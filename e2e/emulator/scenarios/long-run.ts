import { act, type TaskScript } from "../script";
import { step } from "./step";

const STEPS = 300;
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
    : "Success - The data is noted.";
}

/** A run of three hundred steps. */
export const LONG_RUN: TaskScript = {
  scenario: "steps-300",
  title: "Finished: 300 steps",
  prompt:
    "Go through the first 60 jobs on brightpath.example and fill the table with salary, place, closing date, employer, size and field.",
  model: "browser-use-llm",
  steps: Array.from({ length: STEPS }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? KINDS[0];
    const job = Math.floor(index / KINDS.length) + 1;
    const isBlocked = (index + 1) % 7 === 3;
    return step({
      memory: `Step ${String(index + 1)}/300. ${String(job - 1)} of 60 jobs done.`,
      evaluation: evaluation(index),
      goal: kind.goal(job),
      url: `${JOBS}${kind.url}${String(job)}`,
      actions: [act(kind.name, { index: (index * 7) % 40, text: `job ${String(job)}` })],
      shot: isBlocked
        ? (["check-box", "check-grid", "check-failed"][index % 3] ?? null)
        : kind.shot,
      duration: 5 + ((index * 37) % 90) / 10 + (index === 187 ? 110 : 0),
    });
  }),
  ending: {
    status: "finished",
    output:
      "57 of 60 jobs are in the table. Jobs 14, 29 and 51 could not be read: the page asked for a human check.",
    isSuccess: true,
    judge: { verdict: true, reasoning: "57 complete rows; the three gaps are named." },
  },
  begins: { endedSecondsAgo: 900 },
  queueSeconds: 2,
  files: [
    {
      name: "jobs.csv",
      content: [
        "job,salary",
        ...Array.from(
          { length: 57 },
          (_, row) => `${String(row + 1)},${String(48_000 + row * 250)}`,
        ),
      ].join("\n"),
    },
  ],
};
