"use client";

import OutputPanel, { prepare as prepareOutput } from "@/components/outputs/output-panel";
import { deferHydration } from "@/components/ui/defer-hydration";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import type { TaskContent } from "@/lib/domain/task/task-content";

const RunHandoff = deferHydration(() => import("@/components/handoff/run-handoff"));

const SeenFacts = deferHydration(() => import("@/components/outputs/seen-facts"));

type OutputViewProps = {
  content: TaskContent;
  suspects: readonly Suspect[];
  onSelect: (step: number) => void;
};

/**
 * Brings what the output needs beside its own script.
 * @public `deferHydration` asks for it.
 */
export async function prepare({ content }: OutputViewProps): Promise<void> {
  await prepareOutput(content);
}

/** What came out of a task, where its facts were seen, and the way to hand the whole run on. */
export default function OutputView({ content, suspects, onSelect }: OutputViewProps) {
  const isHydrated = useIsHydrated();
  return (
    <OutputPanel
      task={content.task}
      tools={isHydrated ? <RunHandoff content={content} suspects={suspects} /> : null}
    >
      {isHydrated && <SeenFacts content={content} onSelect={onSelect} />}
    </OutputPanel>
  );
}
