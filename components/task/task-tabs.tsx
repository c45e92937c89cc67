"use client";

import { TabList, type Tab } from "@/components/ui/tabs";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { TaskViewName } from "@/lib/domain/task/task-views";

type TaskTabsProps = {
  /** Prefix of the ids that tie tabs to their panels. */
  id: string;
  snapshot: TaskSnapshot;
  /** What the page may show. */
  views: readonly TaskViewName[];
  selected: TaskViewName;
  onSelect: (view: TaskViewName) => void;
};

/** The views of a task's page, with what there is to count in each. */
export default function TaskTabs({ id, snapshot, views, selected, onSelect }: TaskTabsProps) {
  return (
    <TabList
      label="Task views"
      id={id}
      tabs={tabsOf(snapshot).filter(({ name }) => views.includes(name))}
      selected={selected}
      onSelect={onSelect}
      className="h-10 shrink-0 thin-scroll overflow-x-auto border-b border-line bg-surface px-2 lg:col-start-3 lg:row-start-1"
    />
  );
}

function tabsOf({ task, steps }: TaskSnapshot): Tab<TaskViewName>[] {
  return [
    { name: "steps", label: "Steps", count: steps.length, className: "lg:hidden" },
    { name: "live", label: "Live" },
    { name: "step", label: "Step" },
    { name: "output", label: "Output" },
    { name: "files", label: "Files", count: task.files.length + task.uploads.length },
    { name: "raw", label: "Raw" },
  ];
}
