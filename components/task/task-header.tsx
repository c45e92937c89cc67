import { GitCompareArrows, Link2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { late } from "@/components/ui/late";
import { pageRoutes } from "@/lib/contract/routes";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { LivenessInput } from "@/lib/domain/liveness";
import { FreshnessLine } from "./freshness-line";
import { StatusBadge } from "@/components/status/status-badge";
import { TaskFacts } from "./task-facts";
import { TaskPrompt } from "./task-prompt";
import { VerdictBadges } from "@/components/status/verdict-badges";

const CopyButton = late(() => import("@/components/ui/copy-button"));

type TaskHeaderProps = {
  snapshot: TaskSnapshot;
  liveness: LivenessInput;
  renderedAt: number;
  /** Buttons beside the link to copy. */
  children?: ReactNode;
};

/** The top of a task page: status, claim and verdict, prompt, facts. */
export function TaskHeader({ snapshot, liveness, renderedAt, children }: TaskHeaderProps) {
  const { task } = snapshot;
  return (
    <div className="flex shrink-0 flex-col gap-1.5 border-b border-line bg-surface px-4 py-3">
      {/* On a small screen the words about freshness have a line of their own, under badges and buttons. */}
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1 sm:flex-nowrap">
        <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-1.5 sm:flex-initial">
          <StatusBadge status={task.status} rawStatus={task.rawStatus} />
          <VerdictBadges verdict={task.verdict} />
        </div>
        <FreshnessLine liveness={liveness} renderedAt={renderedAt} />
        <div className="relative flex shrink-0 gap-1.5 sm:order-last">
          {children}
          <Link
            href={pageRoutes.compare(task.id)}
            prefetch={false}
            aria-label="Compare with another run"
            title="Compare with another run"
            className={buttonClass("quiet")}
          >
            <GitCompareArrows aria-hidden="true" />
            <span className="max-xl:hidden">Compare with…</span>
          </Link>
          <CopyButton
            text={() => new URL(pageRoutes.task(task.id), window.location.origin).href}
            icon={<Link2 />}
            look="secondary"
          >
            Copy link
          </CopyButton>
        </div>
      </div>
      <TaskPrompt task={task} />
      <TaskFacts task={task} renderedAt={renderedAt} />
    </div>
  );
}
