import type { ReactNode } from "react";
import { deferHydration } from "@/components/ui/defer-hydration";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { TimeText } from "@/components/ui/time-text";
import type { Task } from "@/lib/domain/task/task";
import { truncate } from "@/lib/domain/text/truncate";
import { ElapsedTime } from "./elapsed-time";

const CostText = deferHydration(() => import("@/components/status/cost-text"));

type TaskFactsProps = {
  task: Task;
  renderedAt: number;
  /** When the share link that opened the page ends, ISO 8601; absent on an operator's page. */
  until: string | undefined;
  /** From which cost on its operator wants to be warned, in USD. */
  costWarnUsd: string | null;
};

/** The small facts under the prompt: time, steps, model, cost. Absent ones take no room. */
export function TaskFacts({ task, renderedAt, until, costWarnUsd }: TaskFactsProps) {
  return (
    <dl className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-xs text-muted">
      <Fact name="Elapsed">
        <ElapsedTime task={task} renderedAt={renderedAt} />
      </Fact>
      <Fact name="Steps">
        <span className="tabular-nums">{task.stepCount}</span>
      </Fact>
      {task.startedAt !== null && (
        <Fact name="Started">
          <TimeText iso={task.startedAt} />
        </Fact>
      )}
      {task.startedAt === null && task.createdAt !== null && (
        <Fact name="Created">
          <TimeText iso={task.createdAt} />
        </Fact>
      )}
      {task.model !== null && (
        <Fact name="Model">
          <UntrustedText text={truncate(task.model, 60)} />
        </Fact>
      )}
      {task.cost !== null && (
        <Fact name="Cost">
          <CostText task={task} costWarnUsd={costWarnUsd} renderedAt={renderedAt} />
        </Fact>
      )}
      {until !== undefined && (
        <Fact name="Link expires">
          <TimeText iso={until} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-baseline gap-1.5">
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0 truncate foreign-text text-fg">{children}</dd>
    </div>
  );
}
