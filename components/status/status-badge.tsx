import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CirclePause,
  CircleStop,
  type LucideIcon,
} from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ForeignText } from "@/components/ui/foreign-text";
import { TASK_STATUSES, type TaskStatus } from "@/lib/domain/task-status";

const ICONS: Record<TaskStatus, LucideIcon | null> = {
  created: CircleDashed,
  running: null,
  paused: CirclePause,
  finished: CircleCheck,
  failed: CircleAlert,
  stopped: CircleStop,
  unknown: CircleHelp,
};

type StatusBadgeProps = { status: TaskStatus; rawStatus?: string };

/** The status of a task as a coloured label; an unknown one shows the upstream's own word. */
export function StatusBadge({ status, rawStatus = "" }: StatusBadgeProps) {
  const { label, meaning, tone } = TASK_STATUSES[status];
  const Icon = ICONS[status];
  const word =
    status === "unknown" && rawStatus !== "" ? `${label} (${rawStatus.slice(0, 40)})` : label;
  return (
    <Badge tone={tone} title={meaning}>
      {Icon === null ? (
        <span
          className="mx-0.5 size-2 animate-pulse-dot rounded-full bg-active"
          aria-hidden="true"
        />
      ) : (
        <Icon aria-hidden="true" />
      )}
      <span className="sr-only">Status: </span>
      <ForeignText text={word} />
    </Badge>
  );
}
