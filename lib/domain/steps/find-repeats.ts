import type { StepChange } from "@/lib/domain/changes/step-changes";
import type { Action } from "@/lib/domain/task/action";
import { pageKey } from "@/lib/domain/task/page-key";
import { isReport } from "@/lib/domain/task/report-action";
import type { Step } from "@/lib/domain/task/step";
import { beginningOf } from "@/lib/domain/text/truncate";

/** The same actions on the same page, again and again. Step numbers. */
export type Repeat = {
  first: number;
  last: number;
  count: number;
  /** How many of them are judged a failure. */
  failed: number;
  /** How many brought nothing, as far as is known: work that goes forward repeats itself, too. */
  futile: number;
  /** The first thing that is done in each; `null` when nothing is. */
  action: Action | null;
  /** It goes on up to the newest step. */
  reachesEnd: boolean;
};

const LEAST = 3;
/** As much of a memory is compared, in characters. */
const READ = 2000;
/** Scrolling and waiting are repeated by anybody who reads a long or a slow page. */
const LEAST_PATIENT = 6;
const PATIENT = /^(?:scroll|wait|extract|search_page|find_text)/;
/** A circle of up to three steps, such as open, look, go back, is a repetition too. */
const MOST_APART = 3;

/** What an agent that judges nothing remembers of a step that brought nothing; not the whole reader of evaluations, which is large. */
const NOTHING_CAME =
  /\b(?:(?:did|does|could|has)(?: not|n['’]t) (?:open|work|load|change|respond|appear|click|find|happen|help)|nothing (?:changed|happened)|no (?:change|effect|reaction|response)|had no effect|still (?:not|closed|the same|on)|failed|unsuccessful|same page)\b|没有变化|无变化|没有反应|未能|失败|nicht geöffnet|keine Änderung/iu;

type Chain = Omit<Repeat, "reachesEnd"> & {
  key: string;
  lastIndex: number;
  lastStep: Step | null;
  least: number;
};

/**
 * Finds where a task went in circles, the longest first; of two that overlap only the longer. `effects` is what is known of
 * the screen, by step number.
 */
export function findRepeats(
  steps: readonly Step[],
  effects: ReadonlyMap<number, Pick<StepChange, "effect">> = new Map(),
): readonly Repeat[] {
  const hasActions = steps.some((step) => step.actions.length > 0);
  const pages = new Map<string, string | null>();
  const open = new Map<string, Chain>();
  const found: Chain[] = [];
  steps.forEach((step, index) => {
    const page = pages.get(step.url) ?? pageKey(step.url);
    pages.set(step.url, page);
    if (page === null || step.actions.some(isReport)) return;
    const isIdle = step.actions.length === 0;
    if (isIdle && !hasActions) return;
    const key = `${page}\n${JSON.stringify(step.actions)}`;
    const known = open.get(key);
    const isNear = known !== undefined && index - known.lastIndex <= (isIdle ? 1 : MOST_APART);
    const chain = isNear ? known : newChain(key, step, isIdle);
    if (!isNear) {
      open.set(key, chain);
      found.push(chain);
    }
    chain.count += 1;
    chain.failed += step.outcome === "failure" ? 1 : 0;
    const isDead = effects.get(step.number)?.effect === "none";
    chain.futile += isDead || isFutile(step, chain.lastStep, steps[index + 1]) ? 1 : 0;
    chain.lastStep = step;
    chain.last = step.number;
    chain.lastIndex = index;
  });
  return longestApart(
    found.filter(({ futile, least }) => futile >= least),
    steps.length,
  );
}

function newChain(key: string, step: Step, isIdle: boolean): Chain {
  const isPatient = !isIdle && step.actions.every(isPatientAction);
  return {
    key,
    first: step.number,
    last: step.number,
    count: 0,
    failed: 0,
    futile: 0,
    action: step.actions[0] ?? null,
    lastIndex: 0,
    lastStep: null,
    least: isPatient ? LEAST_PATIENT : LEAST,
  };
}

function longestApart(chains: Chain[], stepCount: number): Repeat[] {
  const kept: Repeat[] = [];
  for (const chain of chains.sort((a, b) => b.count - a.count || a.first - b.first)) {
    if (kept.some(({ first, last }) => chain.first <= last && first <= chain.last)) continue;
    const { first, last, count, failed, futile, action } = chain;
    const reachesEnd = chain.lastIndex >= stepCount - MOST_APART;
    kept.push({ first, last, count, failed, futile, action, reachesEnd });
  }
  return kept;
}

function isPatientAction(action: Action): boolean {
  return "name" in action && PATIENT.test(action.name);
}

/**
 * Whether a repeated step brought nothing. Where nobody judged it, that takes evidence: what the agent remembers is
 * what it remembered the last time, or says so itself; without a memory, the picture, or where there is none the page,
 * is the same.
 */
function isFutile(step: Step, before: Step | null, next: Step | undefined): boolean {
  if (step.outcome !== "unknown") return step.outcome === "failure";
  if (before === null) return true;
  if (next !== undefined && saysNothingCame(next)) return true;
  const [memory, memoryBefore] = [plain(step.memory), plain(before.memory)];
  if (memory !== "" || memoryBefore !== "") return memory === memoryBefore;
  const [picture, pictureBefore] = [step.screenshotKey, before.screenshotKey];
  return picture === null || pictureBefore === null || picture === pictureBefore;
}

/** Whether what a step remembers says that the step before it brought nothing. */
export function saysNothingCame({ memory }: Step): boolean {
  return NOTHING_CAME.test(beginningOf(memory, READ));
}

function plain(text: string): string {
  return beginningOf(text, READ).trim().replace(/\s+/g, " ").toLowerCase();
}
