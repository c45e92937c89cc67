"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/status/status-badge";
import { TaskRow } from "@/components/status/task-row";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import {
  forgetAllTasks,
  forgetTask,
  useRecents,
  type RecentTask,
} from "@/lib/client/storage/recents";
import { taskName } from "@/lib/domain/task/task-name";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { truncate } from "@/lib/domain/text/truncate";

/** The tasks opened in this browser with their last known status; before the first one, `whenNone`. */
export function RecentTasks({ whenNone }: { whenNone: ReactNode }) {
  const recents = useRecents();
  if (recents === null) return <div className="min-h-72" />;
  if (recents.length === 0) return whenNone;
  return (
    <section aria-labelledby="recents" className="min-h-72">
      <div className="flex items-center justify-between">
        <h2 id="recents" className="text-[0.8125rem] font-semibold">
          Recent tasks
        </h2>
        <Button
          look="quiet"
          onClick={() => {
            forgetAllTasks();
          }}
        >
          Clear
        </Button>
      </div>
      <ul className="mt-2 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {recents.map((recent) => (
          <RecentRow key={recent.id} recent={recent} />
        ))}
      </ul>
      <p className="mt-2 text-xs text-faint">
        Kept in this browser only. Each status is the one last seen here.
      </p>
    </section>
  );
}

function RecentRow({ recent }: { recent: RecentTask }) {
  const { id, stepCount, status } = recent;
  const name = taskName(recent);
  return (
    <TaskRow
      id={id}
      name={name}
      facts={` · ${String(stepCount)} ${stepCount === 1 ? "step" : "steps"}`}
      badge={<StatusBadge status={status} />}
      button={
        <IconButton
          label={`Forget ${showHidden(truncate(name, 60))}`}
          onClick={() => {
            forgetTask(id);
          }}
        >
          <X aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
