import { clsx } from "clsx";
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import type { TaskViewName } from "@/lib/client/use-task-location";

type StageTabProps = {
  value: TaskViewName;
  count?: number;
  className?: string;
  children: ReactNode;
};

/** One tab above the stage. */
export function StageTab({ value, count = 0, className, children }: StageTabProps) {
  return (
    <Tabs.Trigger
      value={value}
      className={clsx(
        "relative inline-flex shrink-0 items-center gap-1.5 px-2.5 font-medium text-muted outline-offset-[-2px] hover:text-fg data-[state=active]:text-fg",
        "after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:rounded-full data-[state=active]:after:bg-accent",
        className,
      )}
    >
      {children}
      {count > 0 && <span className="text-xs font-normal text-faint tabular-nums">{count}</span>}
    </Tabs.Trigger>
  );
}
