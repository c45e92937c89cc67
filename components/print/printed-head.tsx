import { UntrustedText } from "@/components/ui/untrusted-text";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { formatCost } from "@/lib/domain/text/format-cost";
import { formatDuration } from "@/lib/domain/text/format-duration";
import { isFinal, TASK_STATUSES } from "@/lib/domain/task/task-status";
import { PrintedPart } from "./printed-part";

/** The top of the paper: which task, when it was looked at, and how it stood then. */
export function PrintedHead({ snapshot: { task, fetchedAt } }: { snapshot: TaskSnapshot }) {
  const seconds = elapsedSeconds(task, Date.parse(fetchedAt));
  const facts = [
    TASK_STATUSES[task.status].label,
    claimWords("Agent", task.verdict.agent),
    claimWords("Judge", task.verdict.judge),
    `${String(task.stepCount)} ${task.stepCount === 1 ? "step" : "steps"}`,
    seconds === null ? "" : formatDuration(seconds),
    task.model ?? "",
    task.cost === null ? "" : formatCost(task.cost),
  ].filter((fact) => fact !== "");
  return (
    <header>
      <h1 dir="auto" className="foreign-text whitespace-pre-wrap">
        <UntrustedText text={task.prompt === "" ? "Task without a prompt" : task.prompt} />
      </h1>
      <p>
        <UntrustedText text={facts.join(" · ")} />
      </p>
      <p>
        Task {task.id}, as of {utc(fetchedAt)}
        {isFinal(task.status) ? "" : ", while it was going on"}
      </p>
      {task.verdict.judgement !== null && (
        <dl>
          <PrintedPart name="What the judge wrote" text={task.verdict.judgement} />
        </dl>
      )}
    </header>
  );
}

function claimWords(who: string, verdict: boolean | null): string {
  if (verdict === null) return "";
  return `${who} says ${verdict ? "success" : "failure"}`;
}

function utc(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
