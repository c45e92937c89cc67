"use client";

import { failureForAi } from "@/lib/domain/handoff/for-ai";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { CopyForAi } from "./copy-for-ai";

type FailureHandoffProps = { content: TaskContent; suspect: Suspect };

/** Hands on to an assistant where a run may have gone wrong. */
export default function FailureHandoff({ content, suspect }: FailureHandoffProps) {
  const what = suspect.step === null ? "this guess" : `the guess at step ${String(suspect.step)}`;
  return (
    <CopyForAi
      handoff={failureForAi(content, suspect)}
      what={what}
      wordsClassName="max-lg:sr-only"
      // No higher than the line of the list that it stands in.
      className="-my-1"
    />
  );
}
