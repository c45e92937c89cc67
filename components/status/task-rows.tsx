import { TimeText } from "@/components/ui/time-text";
import type { TaskListItem } from "@/lib/contract/task-list";
import { shortPrompt } from "@/lib/domain/task/short-prompt";
import { taskName } from "@/lib/domain/task/task-name";
import { StatusBadge } from "./status-badge";
import { TaskRow } from "./task-row";

/** What is shown of a task in a list. */
export type ListedTask = Omit<TaskListItem, "sessionId">;

/** Tasks of a list, each a link to its page. */
export function TaskRows({ tasks }: { tasks: readonly ListedTask[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {tasks.map((task) => {
        const { id, status, rawStatus, verdict } = task;
        // A list of runs of v4 tells no start.
        const at = task.startedAt ?? task.createdAt;
        return (
          <TaskRow
            key={id}
            id={id}
            name={shortPrompt(taskName(task))}
            facts={
              at !== null && (
                <>
                  {" · "}
                  <TimeText iso={at} />
                </>
              )
            }
            badge={<StatusBadge status={status} rawStatus={rawStatus} verdict={verdict} />}
          />
        );
      })}
    </ul>
  );
}
