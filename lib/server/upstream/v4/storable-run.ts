import "server-only";
import type { Step } from "@/lib/domain/task/step";
import { jsonSize } from "@/lib/server/upstream/cut-text";
import type { FoldedFacts } from "./fold-events";
import { NO_FILES_READ, type FilesReading, type RunState } from "./run-state";

/** What another instance needs to read a run on, beside its steps: from which event, and how many steps that makes. */
export type StorableRun = {
  settledTo: number;
  settledSteps: number;
  facts: FoldedFacts;
  files: FilesReading | null;
};

/** See `StorableRun`. Events of which steps may still change are read again. */
export function toStorableRun({ log, files }: RunState): StorableRun {
  const { settledTo, settled } = log;
  return {
    settledTo,
    settledSteps: settled.steps.length,
    facts: settled.facts,
    files: files.files,
  };
}

/** What is known of a run by what another instance made of it. */
export function fromStorableRun(
  { settledTo, settledSteps, facts, files }: StorableRun,
  steps: readonly Step[],
  pictures: ReadonlyMap<number, string>,
): RunState {
  const settled = steps.slice(0, settledSteps).map((step) => {
    const picture = pictures.get(step.number) ?? null;
    return { step, picture, bytes: jsonSize(step) + jsonSize(picture) };
  });
  const log = {
    settledTo,
    settled: { steps: settled, facts },
    unsettled: [],
    readTo: settledTo,
    lookedBackAt: 0,
  };
  return { log, head: null, files: { ...NO_FILES_READ, files } };
}
