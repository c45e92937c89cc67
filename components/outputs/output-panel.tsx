import type { ReactNode } from "react";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { LongText } from "@/components/ui/long-text";
import { judgeFlagWords } from "@/lib/domain/task/judgement";
import type { Task } from "@/lib/domain/task/task";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import CutTaskText from "@/components/status/cut-task-text";
import { OutputText, OutputTools, prepareOutput } from "./output-text";
import { RunCosts } from "./run-costs";

const ABSENT: Record<TaskStatus, string> = {
  created: "The output appears here when the task ends.",
  running: "The output appears here when the task ends.",
  paused: "The output appears here when the task ends.",
  finished: "The task finished without an output.",
  failed: "The task failed without an output.",
  stopped: "The task was stopped before it had an output.",
  unknown: "There is no output so far.",
};

/** Brings what the panel of this task needs beside its own script. */
export async function prepare({ task }: { task: Task }): Promise<void> {
  if (task.cut?.output === undefined) await prepareOutput(task.output);
}

type OutputPanelProps = {
  task: Task;
  /** What can be done with the run; `null` for what is to come, whose room is kept. */
  tools?: ReactNode;
  /** What is found out about the output. */
  children?: ReactNode;
};

/** What came out of a task: its final text, and what the judge wrote about it. */
export default function OutputPanel({ task, tools, children }: OutputPanelProps) {
  const flags = judgeFlagWords(task.judgeFlags);
  const error = task.run?.error ?? null;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 p-4">
      {error !== null && (
        <section aria-label="Error">
          <h2 className="mb-1 text-[0.8125rem] font-semibold">Why it ended</h2>
          <p
            dir="auto"
            className="agent-frame text-sm leading-relaxed foreign-text whitespace-pre-wrap text-failure"
          >
            <LongText text={error} limit={4000} />
          </p>
        </section>
      )}
      <section aria-label="Output">
        <h2 className="sr-only">Output</h2>
        {task.cut?.output === undefined ? (
          <OutputText output={task.output} absentWords={ABSENT[task.status]} tools={tools} />
        ) : (
          <>
            <OutputTools>{tools}</OutputTools>
            <CutTaskText task={task} field="output" size={task.cut.output} label="Output" />
          </>
        )}
      </section>
      {flags !== "" && (
        <p aria-label="Flags of the judge" className="text-sm">
          The judge: {flags}.
        </p>
      )}
      {task.suggestions !== null && task.suggestions.length > 0 && (
        <section aria-label="Suggestions">
          <h2 className="mb-1 text-[0.8125rem] font-semibold">Suggestions for the next try</h2>
          <ul className="list-inside list-disc agent-frame text-sm leading-relaxed">
            {task.suggestions.map((text, index) => (
              <li key={index} dir="auto" className="foreign-text whitespace-pre-wrap">
                <UntrustedText text={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {task.verdict.judgement !== null && (
        <section aria-label="Judgement">
          <h2 className="mb-1 text-[0.8125rem] font-semibold">What the judge wrote</h2>
          {task.cut?.judgement === undefined ? (
            <p
              dir="auto"
              className="agent-frame text-sm leading-relaxed foreign-text whitespace-pre-wrap"
            >
              <LongText text={task.verdict.judgement} limit={20_000} />
            </p>
          ) : (
            <CutTaskText
              task={task}
              field="judgement"
              size={task.cut.judgement}
              label="Judgement"
            />
          )}
        </section>
      )}
      {children}
      {task.run !== undefined && <RunCosts run={task.run} />}
    </div>
  );
}
