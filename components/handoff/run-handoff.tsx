"use client";

import { runForAi } from "@/lib/domain/handoff/for-ai";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { CopyForAi } from "./copy-for-ai";

type RunHandoffProps = { content: TaskContent; suspects: readonly Suspect[] };

/** Hands a whole run on to an assistant. */
export default function RunHandoff({ content, suspects }: RunHandoffProps) {
  return <CopyForAi handoff={runForAi(content, suspects)} what="this run" />;
}
