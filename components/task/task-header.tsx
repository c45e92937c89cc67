import { GitCompareArrows, Link2 } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { pageRoutes } from "@/lib/contract/routes";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { FreshnessLine } from "./freshness-line";
import { StatusBadge } from "@/components/status/status-badge";
import { TaskFacts } from "./task-facts";
import { TaskPrompt } from "./task-prompt";
import { VerdictBadges } from "@/components/status/verdict-badges";

type TaskHeaderProps = { snapshot: TaskSnapshot; renderedAt: number };

/** The top of a task page: status, claim and verdict, prompt, facts. */
export function TaskHeader({ snapshot, renderedAt }: TaskHeaderProps) {
  const { task } = snapshot;
  return (
    <div className="flex shrink-0 flex-col gap-1.5 border-b border-line bg-surface px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <div className="flex min-h-8 flex-wrap items-center gap-1.5">
          <StatusBadge status={task.status} rawStatus={task.rawStatus} />
          <VerdictBadges verdict={task.verdict} />
          <FreshnessLine snapshot={snapshot} renderedAt={renderedAt} />
        </div>
        <Link
          href={pageRoutes.compare(task.id)}
          prefetch={false}
          aria-label="Compare with another run"
          title="Compare with another run"
          className={buttonClass("quiet", "ml-auto")}
        >
          <GitCompareArrows aria-hidden="true" />
          <span className="max-sm:hidden">Compare with…</span>
        </Link>
        <CopyButton
          text={() => new URL(pageRoutes.task(task.id), window.location.origin).href}
          icon={<Link2 />}
          look="secondary"
        >
          Copy link
        </CopyButton>
      </div>
      <TaskPrompt task={task} />
      <TaskFacts task={task} renderedAt={renderedAt} />
    </div>
  );
}
