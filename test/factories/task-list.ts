import type { TaskListEntry } from "@/lib/contract/task-list";

/** A finished run as a list has it. */
export function sampleEntry(more: Partial<TaskListEntry> = {}): TaskListEntry {
  return {
    id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    sessionId: null,
    prompt: "Find the cheapest espresso machine",
    status: "finished",
    rawStatus: "finished",
    model: "gpt-5",
    createdAt: "2026-11-01T10:00:00.000Z",
    startedAt: "2026-11-01T10:00:02.000Z",
    finishedAt: "2026-11-01T10:02:00.000Z",
    verdict: { agent: null, judge: null, judgement: null },
    cost: "0.0421",
    known: null,
    ...more,
  };
}
