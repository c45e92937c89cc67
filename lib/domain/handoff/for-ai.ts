import { findFailures } from "@/lib/domain/steps/find-failures";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import type { Step } from "@/lib/domain/task/step";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { fitSections, type Section } from "./fit-sections";
import { shownTexts, type ShownTexts } from "./shown-texts";
import { taskHead } from "./task-head";
import { stepLine, stepLines } from "./tell-step";

/** A document for an assistant, in Markdown: how many secrets are masked in it, and what did not fit. */
export type Handoff = { text: string; masked: number; leftOut: readonly string[] };

/** `budget`: the most characters, as UTF-16 units. */
export type HandoffOptions = { budget?: number; isMasking?: boolean };

const BUDGET = 24_000;
/** The most steps that are told in one line each, and in full. */
const MOST_LINES = 160;
const MOST_DETAILS = 14;
const DETAIL = 2400;
const TEXT_OF_DETAIL = 600;
const TEXT_OF_STEP = 4000;
const BEFORE = 2;
const AFTER = 3;
/** What a sentence of ours quotes was cut when it was made: half a secret is not known for one. */
const QUOTATION = /“\u2068[^\u2069]*\u2069”/g;

/** A whole run: prompt, where to look first, how it ended, what was tried, and the steps that matter in full. */
export function runForAi(
  content: TaskContent,
  suspects: readonly Suspect[],
  options: HandoffOptions = {},
): Handoff {
  const { task, steps } = content;
  const important = importantSteps(steps, suspects);
  return make("A run of a browser agent", content, suspects, options, (shown, budget) => [
    promptSection(task, shown, budget / 4),
    ...endSections(task, shown, budget / 4),
    linesSection(steps, important, shown, budget / 3),
    ...detailSections(steps, important, shown),
  ]);
}

/** One step: what was asked, what came before it, all that it says, and what came of it. */
export function stepForAi(
  content: TaskContent,
  number: number,
  suspects: readonly Suspect[],
  options: HandoffOptions = {},
): Handoff {
  const { task, steps } = content;
  const at = steps.findIndex((step) => step.number === number);
  const near = steps.slice(Math.max(0, at - BEFORE), at + AFTER + 1);
  const own = suspects.filter(({ step }) => step === number);
  return make(
    `Step ${String(number)} of a run of a browser agent`,
    content,
    own,
    options,
    (shown, budget) => [
      promptSection(task, shown, budget / 4),
      linesSection(near, near, shown, budget / 8),
      ...steps.slice(at, at + 1).map((step) => ({
        ...detail(step, steps[at + 1], shown, TEXT_OF_STEP),
        rank: 0,
        most: budget / 2,
      })),
    ],
  );
}

/** One suspect: what was asked, why it stands out, the steps around it, and how the run ended. */
export function failureForAi(
  content: TaskContent,
  suspect: Suspect,
  options: HandoffOptions = {},
): Handoff {
  const { task, steps } = content;
  const found = steps.findIndex(({ number }) => number === suspect.step);
  const at = found === -1 ? steps.length - 1 : found;
  const near = steps.slice(Math.max(0, at - BEFORE), at + AFTER + 1);
  return make(
    "Where a run of a browser agent went wrong",
    content,
    [suspect],
    options,
    (shown, budget) => [
      promptSection(task, shown, budget / 4),
      ...detailSections(steps, near, shown).map((section) => ({ ...section, rank: 2 })),
      ...endSections(task, shown, budget / 4).map((section) => ({ ...section, rank: 3 })),
    ],
  );
}

function make(
  title: string,
  { task, steps }: TaskContent,
  suspects: readonly Suspect[],
  { budget = BUDGET, isMasking = true }: HandoffOptions,
  sectionsOf: (shown: ShownTexts, budget: number) => readonly Section[],
): Handoff {
  const shown = shownTexts(isMasking);
  const head = [taskHead(task, title, steps.length), guesses(suspects)].filter(
    (part) => part !== "",
  );
  const { text, leftOut } = fitSections(sectionsOf(shown, budget), head.join("\n\n"), budget);
  return { text, masked: isMasking ? shown.maskedIn(text) : 0, leftOut };
}

function guesses(suspects: readonly Suspect[]): string {
  if (suspects.length === 0) return "";
  const lines = suspects.map(({ step, reason }) => {
    const where = step === null ? "The task as a whole" : `Step ${String(step)}`;
    return `- ${where}: ${reason.replace(QUOTATION, "“…”")}`;
  });
  return `## Where to look first (guesses, not findings)\n\n${lines.join("\n")}`;
}

function promptSection({ prompt }: Task, shown: ShownTexts, most: number): Section {
  return { name: "the prompt", heading: "## Prompt", quoted: shown.text(prompt), rank: 1, most };
}

function endSections({ output, run, verdict }: Task, shown: ShownTexts, most: number): Section[] {
  const told = [
    ["why it ended", "## Why it ended", run?.error],
    ["the output", "## Output", output],
    ["the judgement", "## What the judge wrote", verdict.judgement],
  ] as const;
  return told.map(([name, heading, text]) => ({
    name,
    heading,
    quoted: shown.text(text ?? ""),
    rank: 2,
    most,
  }));
}

/** What was tried, a line each: of many steps those that matter, the first ones and the last ones. */
function linesSection(
  steps: readonly Step[],
  important: readonly Step[],
  shown: ShownTexts,
  most: number,
): Section {
  const half = Math.floor((MOST_LINES - important.length) / 2);
  const kept = new Set([...important, ...steps.slice(0, half), ...steps.slice(-half)]);
  const told = steps.length <= MOST_LINES ? steps : steps.filter((step) => kept.has(step));
  const missing = steps.length - told.length;
  const lines = told.map((step) => stepLine(step, shown));
  return {
    name: "what was tried",
    heading: `## What was tried${missing === 0 ? "" : ` (${String(missing)} of ${String(steps.length)} steps left out)`}`,
    quoted: lines.join("\n"),
    rank: 3,
    most,
  };
}

function detailSections(
  steps: readonly Step[],
  chosen: readonly Step[],
  shown: ShownTexts,
): Section[] {
  const ranks = new Map(chosen.map((step, index) => [step, index]));
  return steps.flatMap((step, index) => {
    const rank = ranks.get(step);
    if (rank === undefined) return [];
    return [{ ...detail(step, steps[index + 1], shown, TEXT_OF_DETAIL), rank: 4 + rank }];
  });
}

function detail(step: Step, next: Step | undefined, shown: ShownTexts, longest: number): Section {
  const name = `step ${String(step.number)}`;
  const words = step.outcome === "failure" ? ", which failed" : "";
  return {
    name,
    heading: `## S${name.slice(1)}${words}`,
    quoted: stepLines(step, next, shown, longest),
    rank: 0,
    most: DETAIL,
  };
}

/** The steps to tell in full, those that matter most first. */
function importantSteps(steps: readonly Step[], suspects: readonly Suspect[]): readonly Step[] {
  const failures = findFailures(steps).streaks.toReversed();
  const numbers = [
    ...suspects.flatMap(({ step }) => (step === null ? [] : [step])),
    ...steps.slice(-BEFORE).map(({ number }) => number),
    ...suspects.flatMap(({ step }) => (step === null ? [] : [step - 1, step + 1])),
    ...failures.map(({ first }) => first),
  ];
  const chosen = new Set(numbers.slice(0, 4 * MOST_DETAILS));
  const byNumber = new Map(
    steps.filter(({ number }) => chosen.has(number)).map((step) => [step.number, step]),
  );
  return [...chosen].flatMap((number) => byNumber.get(number) ?? []).slice(0, MOST_DETAILS);
}
