import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { formatCost } from "@/lib/domain/text/format-cost";
import { formatDuration } from "@/lib/domain/text/format-duration";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { endLook, hasAnswer } from "@/lib/domain/task/end-look";

/** One fact about two runs: what each says, and how B differs from A, in words. */
export type ComparedFact = {
  name: string;
  a: string;
  b: string;
  difference: string;
  isSame: boolean;
};

const NOTHING = "–";

/** What two runs came to, fact by fact. `now` is epoch milliseconds on the server's clock. */
export function compareRuns(a: TaskContent, b: TaskContent, now: number): ComparedFact[] {
  return [
    compareWords("Status", statusOf(a), statusOf(b)),
    compareWords("Agent's claim", claimOf(a.task.verdict.agent), claimOf(b.task.verdict.agent)),
    compareWords("Judge's verdict", claimOf(a.task.verdict.judge), claimOf(b.task.verdict.judge)),
    compareNumbers("Steps", a.task.stepCount, b.task.stepCount, String, ["more", "fewer"]),
    compareNumbers("Failed steps", failuresOf(a), failuresOf(b), String, ["more", "fewer"]),
    compareNumbers("Time", secondsOf(a, now), secondsOf(b, now), formatDuration, [
      "longer",
      "shorter",
    ]),
    compareNumbers("Cost", costOf(a), costOf(b), writeCost, ["more", "less"]),
  ];
}

function compareWords(name: string, a: string, b: string): ComparedFact {
  const isSame = a === b;
  const isBlank = isSame && a === NOTHING;
  const difference = isBlank ? "Not known" : isSame ? "Same" : (knownOfOne(a, b) ?? "Differs");
  return { name, a, b, isSame, difference };
}

function compareNumbers(
  name: string,
  a: number | null,
  b: number | null,
  write: (value: number) => string,
  [more, less]: readonly [string, string],
): ComparedFact {
  const texts = { a: a === null ? NOTHING : write(a), b: b === null ? NOTHING : write(b) };
  if (a === null || b === null) {
    const isSame = a === b;
    return { name, ...texts, isSame, difference: knownOfOne(texts.a, texts.b) ?? "Not known" };
  }
  const size = write(Math.abs(b - a));
  // What rounds to nothing is no difference to a reader.
  if (a === b || size === write(0)) return { name, ...texts, isSame: true, difference: "Same" };
  const difference = b > a ? `+${size}, B ${more}` : `−${size}, B ${less}`;
  return { name, ...texts, isSame: false, difference };
}

function knownOfOne(a: string, b: string): string | null {
  if (a === NOTHING && b !== NOTHING) return "Known of B only";
  return b === NOTHING && a !== NOTHING ? "Known of A only" : null;
}

function statusOf({ task, steps }: TaskContent): string {
  const { status, verdict } = task;
  return endLook({ status, verdict, hasAnswer: hasAnswer(task, steps) }).label;
}

function claimOf(verdict: boolean | null): string {
  if (verdict === null) return NOTHING;
  return verdict ? "Success" : "Failure";
}

/** `null` where nobody judged any step: then none is known to have failed or not. */
function failuresOf({ steps }: TaskContent): number | null {
  if (steps.every(({ outcome }) => outcome === "unknown")) return null;
  return steps.filter((step) => step.outcome === "failure").length;
}

function secondsOf({ task }: TaskContent, now: number): number | null {
  const seconds = elapsedSeconds(task, now);
  return seconds === null ? null : Math.floor(seconds);
}

function costOf({ task }: TaskContent): number | null {
  const cost = task.cost === null ? Number.NaN : Number(task.cost);
  return Number.isFinite(cost) ? cost : null;
}

function writeCost(amount: number): string {
  return formatCost(amount.toFixed(6));
}
