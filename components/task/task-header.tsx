import type { ReactNode } from "react";
import { deferHydration } from "@/components/ui/defer-hydration";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { hasAnswer } from "@/lib/domain/task/end-look";
import type { PageFreshness } from "@/lib/client/task/use-task-signals";
import { StatusBadge } from "@/components/status/status-badge";
import { TaskFacts } from "./task-facts";
import { TaskPrompt } from "./task-prompt";
import { VerdictBadges } from "@/components/status/verdict-badges";

const FreshnessLine = deferHydration(() => import("./freshness-line"));

type TaskHeaderProps = {
  snapshot: TaskSnapshot;
  freshness: PageFreshness;
  renderedAt: number;
  /** When the share link that opened the page ends, ISO 8601; absent on an operator's page. */
  until?: string;
  /** From which cost on its operator wants to be warned, in USD; absent for none. */
  costWarnUsd?: string | null;
  /** Buttons. */
  children?: ReactNode;
};

/** The top of a task page: status, claim and verdict, prompt, facts. */
export function TaskHeader(props: TaskHeaderProps) {
  const { snapshot, freshness, renderedAt, until, costWarnUsd = null, children } = props;
  const { task } = snapshot;
  return (
    <div className="flex shrink-0 flex-col gap-1.5 border-b border-line bg-surface px-4 py-3">
      {/* On a small screen the words about freshness have a line of their own, under badges and buttons. */}
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1 sm:flex-nowrap">
        <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-1.5 sm:flex-initial">
          <StatusBadge
            status={task.status}
            rawStatus={task.rawStatus}
            verdict={task.verdict}
            // What a link does not show is not missing.
            hasAnswer={until === undefined ? hasAnswer(task, snapshot.steps) : null}
          />
          <VerdictBadges verdict={task.verdict} />
        </div>
        <FreshnessLine freshness={freshness} renderedAt={renderedAt} />
        <div className="relative flex shrink-0 gap-1.5 sm:order-last">{children}</div>
      </div>
      <TaskPrompt
        task={task}
        emptyWords={until === undefined ? "Task without a prompt" : "Shared task"}
      />
      <TaskFacts task={task} renderedAt={renderedAt} until={until} costWarnUsd={costWarnUsd} />
    </div>
  );
}
