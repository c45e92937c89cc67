import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CirclePause,
  CircleStop,
  type LucideIcon,
} from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { endLook } from "@/lib/domain/task/end-look";
import type { Verdict } from "@/lib/domain/task/task";
import { isOwnWord, type TaskStatus } from "@/lib/domain/task/task-status";
import { truncate } from "@/lib/domain/text/truncate";

const ICONS: Record<TaskStatus | "success", LucideIcon | null> = {
  created: CircleDashed,
  running: null,
  paused: CirclePause,
  finished: CircleMinus,
  success: CircleCheck,
  failed: CircleAlert,
  stopped: CircleStop,
  unknown: CircleHelp,
};

type StatusBadgeProps = {
  status: TaskStatus;
  rawStatus?: string;
  /** Absent where only the status is remembered. */
  verdict?: Verdict;
  /** `null`, or absent, where it is not known or not shown. */
  hasAnswer?: boolean | null;
};

/** The status of a task as a coloured label, with the upstream's own word where it says more. */
export function StatusBadge(props: StatusBadgeProps) {
  const { status, rawStatus = "", verdict = null, hasAnswer = null } = props;
  const { label, reason, tone } = endLook({ status, verdict, hasAnswer });
  const Icon = ICONS[tone === "success" ? "success" : tone === "failure" ? "failed" : status];
  const word = isOwnWord(status, rawStatus)
    ? `${label} (${truncate(rawStatus.trim(), 40)})`
    : label;
  return (
    <Badge tone={tone} title={reason} className="max-w-full">
      {Icon === null ? (
        <span
          className="mx-0.5 size-2 shrink-0 animate-pulse-dot rounded-full bg-active"
          aria-hidden="true"
        />
      ) : (
        <Icon aria-hidden="true" className="shrink-0" />
      )}
      <span className="truncate">
        <span className="sr-only">Status: </span>
        <UntrustedText text={word} />
      </span>
    </Badge>
  );
}
