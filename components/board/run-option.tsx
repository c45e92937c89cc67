import { StatusBadge } from "@/components/status/status-badge";
import { TimeText } from "@/components/ui/time-text";
import { UntrustedText } from "@/components/ui/untrusted-text";
import type { TaskListItem } from "@/lib/contract/task-list";
import { shortPrompt } from "@/lib/domain/task/short-prompt";
import { taskName } from "@/lib/domain/task/task-name";

type RunOptionProps = {
  run: TaskListItem;
  isOnBoard: boolean;
  isPicked: boolean;
  onPick: (isPicked: boolean) => void;
};

/** One run to be picked, or that stands on the board already. */
export function RunOption({ run, isOnBoard, isPicked, onPick }: RunOptionProps) {
  const { id, status, rawStatus, verdict } = run;
  const at = run.startedAt ?? run.createdAt;
  return (
    <li>
      <label className="flex min-h-12 items-center gap-3 px-3 py-2 hover:bg-raised has-disabled:opacity-60">
        <input
          type="checkbox"
          checked={isOnBoard || isPicked}
          disabled={isOnBoard}
          onChange={({ target }) => {
            onPick(target.checked);
          }}
          className="size-4 shrink-0"
        />
        <span className="min-w-0 grow">
          <bdi dir="auto" className="block truncate font-medium">
            <UntrustedText text={shortPrompt(taskName(run))} />
          </bdi>
          <span className="block truncate text-xs text-faint">
            <span className="font-mono">{id.slice(0, 8)}</span>
            {at !== null && (
              <>
                {" · "}
                <TimeText iso={at} />
              </>
            )}
            {isOnBoard && " · on the board"}
          </span>
        </span>
        <span className="flex max-w-[45%] shrink-0">
          <StatusBadge status={status} rawStatus={rawStatus} verdict={verdict} />
        </span>
      </label>
    </li>
  );
}
