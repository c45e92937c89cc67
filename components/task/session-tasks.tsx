import { StatusBadge } from "@/components/status/status-badge";
import { TaskRow } from "@/components/status/task-row";
import { TimeText } from "@/components/ui/time-text";
import type { TaskListItem } from "@/lib/contract/task-list";
import { shortPrompt } from "@/lib/domain/task/short-prompt";
import { taskName } from "@/lib/domain/task/task-name";

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
          <TaskRow
            key={task.id}
            id={task.id}
            name={shortPrompt(taskName(task))}
            facts={
              task.startedAt !== null && (
                <>
                  {" · "}
                  <TimeText iso={task.startedAt} />
                </>
              )
            }
            badge={
              <StatusBadge status={task.status} rawStatus={task.rawStatus} verdict={task.verdict} />
            }
          />
        ))}
      </ul>
    </main>
  );
}
