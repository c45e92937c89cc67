import { alignSequences, type Element, type Pair } from "./align-sequences";
import type { Step } from "@/lib/domain/task/step";
import { stepKey, type StepKey } from "./step-key";

/**
 * One row of two runs side by side. `same`: both stood on one page and did the same; `changed`: both have a step
 * here and the two differ.
 */
export type AlignedStep =
  | { kind: "same" | "changed"; a: Step; b: Step }
  | { kind: "only-a"; a: Step; b: null }
  | { kind: "only-b"; a: null; b: Step };

/**
 * Two runs row by row, by page and actions: every step of both exactly once and in order. A run and itself differ
 * nowhere, and exchanging the runs exchanges the sides of each row and changes nothing else.
 */
export function alignRuns(a: readonly Step[], b: readonly Step[]): AlignedStep[] {
  const keysOfA = a.map(stepKey);
  const keysOfB = b.map(stepKey);
  // Of several best alignments the one found depends on which run comes first, so an order is fixed.
  if (comesAfter(keysOfA, keysOfB)) {
    const pairs = alignSequences(...asNumbers(keysOfB, keysOfA));
    return toRows(
      a,
      b,
      pairs.map(([inB, inA]) => [inA, inB]),
      keysOfA,
      keysOfB,
    );
  }
  return toRows(a, b, alignSequences(...asNumbers(keysOfA, keysOfB)), keysOfA, keysOfB);
}

function toRows(
  a: readonly Step[],
  b: readonly Step[],
  pairs: readonly Pair[],
  keysOfA: readonly StepKey[],
  keysOfB: readonly StepKey[],
): AlignedStep[] {
  const rows: AlignedStep[] = [];
  let nextA = 0;
  let nextB = 0;
  for (const [inA, inB] of [...pairs, [a.length, b.length] as const]) {
    rows.push(...zip(a.slice(nextA, inA), b.slice(nextB, inB)));
    const [stepA, stepB] = [a[inA], b[inB]];
    if (stepA !== undefined && stepB !== undefined) {
      const kind = isSame(keysOfA[inA], keysOfB[inB]) ? "same" : "changed";
      rows.push({ kind, a: stepA, b: stepB });
    }
    nextA = inA + 1;
    nextB = inB + 1;
  }
  return rows;
}

/** Steps between two pairs have no partner by what they did; they stand beside each other as they come. */
function zip(a: readonly Step[], b: readonly Step[]): AlignedStep[] {
  const both = Math.min(a.length, b.length);
  return [
    ...a.slice(0, both).flatMap((stepA, at): AlignedStep[] => {
      const stepB = b[at];
      return stepB === undefined ? [] : [{ kind: "changed", a: stepA, b: stepB }];
    }),
    ...a.slice(both).map((step): AlignedStep => ({ kind: "only-a", a: step, b: null })),
    ...b.slice(both).map((step): AlignedStep => ({ kind: "only-b", a: null, b: step })),
  ];
}

function isSame(a: StepKey | undefined, b: StepKey | undefined): boolean {
  return a !== undefined && b !== undefined && textOf(a) === textOf(b);
}

function textOf(key: StepKey): string {
  return `${key.page}\n${key.exact}`;
}

function comesAfter(a: readonly StepKey[], b: readonly StepKey[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  for (const [at, key] of a.entries()) {
    const other = b[at];
    if (other === undefined || isSame(key, other)) continue;
    return textOf(key) > textOf(other);
  }
  return false;
}

function asNumbers(first: readonly StepKey[], second: readonly StepKey[]): [Element[], Element[]] {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const toElement = (key: StepKey): Element => ({
    whole: numberOf(textOf(key)),
    page: numberOf(`page ${key.page}`),
    action: numberOf(`actions ${key.actions}`),
  });
  return [first.map(toElement), second.map(toElement)];
}

/** Where two runs part. `not-yet`: as far as both have come they agree, and a run that goes on may still follow. */
export type Divergence = { at: number } | { at: null; reason: "never" | "not-yet" };

/** The first row in which the runs differ. A run that is still under way is not blamed for steps it has yet to make. */
export function firstDivergence(
  rows: readonly AlignedStep[],
  isOver: { a: boolean; b: boolean },
): Divergence {
  const at = rows.findIndex((row) => row.kind !== "same");
  if (at !== -1 && at < pendingFrom(rows, isOver)) return { at };
  return { at: null, reason: isOver.a && isOver.b ? "never" : "not-yet" };
}

/** The first of the last rows that only wait for a run that is still under way; the number of rows if none does. */
export function pendingFrom(
  rows: readonly AlignedStep[],
  isOver: { a: boolean; b: boolean },
): number {
  const waits = rows.at(-1)?.kind;
  const isWaiting = (waits === "only-a" && !isOver.b) || (waits === "only-b" && !isOver.a);
  return isWaiting ? rows.findLastIndex((row) => row.kind !== waits) + 1 : rows.length;
}
