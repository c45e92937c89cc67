import { ArrowLeftRight } from "lucide-react";
import Link from "next/link";
import { StatusBadge } from "@/components/status/status-badge";
import { VerdictBadges } from "@/components/status/verdict-badges";
import { buttonClass } from "@/components/ui/button";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import type { PollProblem } from "@/lib/client/task/use-task";
import { pageRoutes } from "@/lib/contract/routes";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { hasAnswer } from "@/lib/domain/task/end-look";
import { truncate } from "@/lib/domain/text/truncate";
import { SideMark } from "./side-mark";

type RunHeadsProps = {
  a: TaskSnapshot;
  b: TaskSnapshot;
  problems: { a: PollProblem | null; b: PollProblem | null };
};

const LONGEST_PROMPT = 600;

/** What is compared: both runs with status and verdicts, and whether they were asked the same. */
export function RunHeads({ a, b, problems }: RunHeadsProps) {
  const isOnePrompt = a.task.prompt.trim() === b.task.prompt.trim();
  return (
    <header className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-lg font-semibold tracking-tight">Two runs side by side</h1>
        <div className="flex flex-wrap gap-1.5">
          <Link
            href={pageRoutes.compare(b.task.id, a.task.id)}
            prefetch={false}
            className={buttonClass("quiet")}
          >
            <ArrowLeftRight aria-hidden="true" />
            Swap A and B
          </Link>
          <Link href={pageRoutes.compare()} prefetch={false} className={buttonClass("quiet")}>
            Other runs
          </Link>
        </div>
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        <RunHead side="a" snapshot={a} problem={problems.a} />
        <RunHead side="b" snapshot={b} problem={problems.b} />
      </div>
      <p className={isOnePrompt ? "text-muted" : "font-medium text-waiting"}>
        {a.task.id === b.task.id
          ? "A and B are one and the same task."
          : isOnePrompt
            ? "Both runs were given the same prompt."
            : "The prompts differ: that may be why the runs do."}
      </p>
    </header>
  );
}

type RunHeadProps = { side: "a" | "b"; snapshot: TaskSnapshot; problem: PollProblem | null };

function RunHead({ side, snapshot, problem }: RunHeadProps) {
  const { task, stale } = snapshot;
  const prompt = task.prompt.trim();
  const code = problem?.code ?? stale?.reason ?? null;
  return (
    <section
      aria-label={`Run ${side.toUpperCase()}`}
      className="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-surface p-3"
    >
      <div className="flex flex-wrap items-center gap-1.5">
        <SideMark side={side} />
        <StatusBadge
          status={task.status}
          rawStatus={task.rawStatus}
          verdict={task.verdict}
          hasAnswer={hasAnswer(task, snapshot.steps)}
        />
        <VerdictBadges verdict={task.verdict} />
      </div>
      <h2 dir="auto" className="line-clamp-2 text-sm leading-snug font-medium foreign-text">
        {prompt === "" ? (
          "Task without a prompt"
        ) : (
          <UntrustedText text={truncate(prompt, LONGEST_PROMPT)} />
        )}
      </h2>
      <Link
        href={pageRoutes.task(task.id)}
        prefetch={false}
        className="self-start rounded py-0.5 font-mono text-xs text-accent underline decoration-dotted underline-offset-2"
      >
        <span className="sr-only">Open the task </span>
        {task.id}
      </Link>
      {code !== null && (
        <p role="status" className="text-xs text-waiting">
          {apiErrorTitle(code)}. Showing the last known state.
        </p>
      )}
    </section>
  );
}
