import type { Task } from "@/lib/domain/task";
import type { TaskStatus } from "@/lib/domain/task-status";
import { OutputText } from "./output-text";

const ABSENT: Record<TaskStatus, string> = {
  created: "The output appears here when the task ends.",
  running: "The output appears here when the task ends.",
  paused: "The output appears here when the task ends.",
  finished: "The task finished without an output.",
  failed: "The task failed without an output.",
  stopped: "The task was stopped before it had an output.",
  unknown: "There is no output so far.",
};

/** What came out of a task: its final text, and what the judge wrote about it. */
export function OutputPanel({ task }: { task: Task }) {
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 p-4">
      <section aria-label="Output">
        <h2 className="sr-only">Output</h2>
        <OutputText output={task.output} absentWords={ABSENT[task.status]} />
      </section>
      {task.verdict.judgement !== null && (
        <section aria-label="Judgement">
          <h2 className="mb-1 text-[0.8125rem] font-semibold">What the judge wrote</h2>
          <p dir="auto" className="text-sm leading-relaxed foreign-text whitespace-pre-wrap">
            {task.verdict.judgement.slice(0, 20_000)}
          </p>
        </section>
      )}
    </div>
  );
}
