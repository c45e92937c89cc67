import Link from "next/link";
import { StatusBadge } from "@/components/status/status-badge";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { TimeText } from "@/components/ui/time-text";
import type { TaskListItem } from "@/lib/contract/task-list";
import { pageRoutes } from "@/lib/contract/routes";
import { shortPrompt } from "@/lib/domain/task/short-prompt";

type SessionTasksProps = { sessionId: string; tasks: readonly TaskListItem[] };

/** The page of an id that is a session's with several tasks: the reader chooses one. */
export function SessionTasks({ sessionId, tasks }: SessionTasksProps) {
  return (
    <main id="main" className="mx-auto w-full max-w-2xl grow p-6">
      <h1 className="text-lg font-semibold tracking-tight">Which task of this session?</h1>
      <p className="mt-1.5 text-sm text-muted">
        <span className="font-mono break-all">{sessionId}</span> is the ID of a session. Its newest
        tasks:
      </p>
      <ul className="mt-5 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {tasks.map((task) => (
          <li
            key={task.id}
            className="relative flex min-h-12 items-center gap-3 px-3 py-2 hover:bg-raised"
          >
            <div className="min-w-0 grow">
              <Link
                href={pageRoutes.task(task.id)}
                prefetch={false}
                className="block truncate font-medium after:absolute after:inset-0"
              >
                <bdi dir="auto">
                  <UntrustedText text={titleOf(task)} />
                </bdi>
              </Link>
              <p className="truncate text-xs text-faint">
                <span className="font-mono">{task.id}</span>
                {task.startedAt !== null && (
                  <>
                    {" · "}
                    <TimeText iso={task.startedAt} />
                  </>
                )}
              </p>
            </div>
            <StatusBadge status={task.status} rawStatus={task.rawStatus} verdict={task.verdict} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function titleOf({ id, prompt }: TaskListItem): string {
  return prompt.trim() === "" ? `Task ${id.slice(0, 8)}` : shortPrompt(prompt);
}
