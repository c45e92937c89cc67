"use client";

import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { StatusBadge } from "@/components/status/status-badge";
import { Button, buttonClass } from "@/components/ui/button";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { IconButton } from "@/components/ui/icon-button";
import {
  forgetAllTasks,
  forgetTask,
  useRecents,
  type RecentTask,
} from "@/lib/client/storage/recents";
import { pageRoutes } from "@/lib/contract/routes";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { truncate } from "@/lib/domain/text/truncate";

/** The tasks opened in this browser with their last known status; before the first one, `whenNone`. */
export function RecentTasks({ whenNone }: { whenNone: ReactNode }) {
  const recents = useRecents();
  if (recents === null) return <div className="min-h-72" />;
  if (recents.length === 0) return whenNone;
  return (
    <section aria-labelledby="recents" className="mt-8 min-h-72">
      <div className="flex items-center justify-between">
        <h2 id="recents" className="text-[0.8125rem] font-semibold">
          Recent tasks
        </h2>
        <div className="flex">
          <Link href={pageRoutes.board()} prefetch={false} className={buttonClass("quiet")}>
            Board
          </Link>
          <Link href={pageRoutes.compare()} prefetch={false} className={buttonClass("quiet")}>
            Compare
          </Link>
          <Button
            look="quiet"
            onClick={() => {
              forgetAllTasks();
            }}
          >
            Clear
          </Button>
        </div>
      </div>
      <ul className="mt-2 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {recents.map((recent) => (
          <li key={recent.id}>
            <RecentRow recent={recent} />
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-faint">
        Kept in this browser only, with the status it last saw.
      </p>
    </section>
  );
}

function RecentRow({ recent }: { recent: RecentTask }) {
  const title = recent.prompt.trim() === "" ? `Task ${recent.id.slice(0, 8)}` : recent.prompt;
  return (
    <div className="relative flex min-h-12 items-center gap-3 py-2 pr-2 pl-3 hover:bg-raised">
      <div className="min-w-0 grow">
        <Link
          href={pageRoutes.task(recent.id)}
          prefetch={false}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          <bdi dir="auto">
            <UntrustedText text={title} />
          </bdi>
        </Link>
        <p className="truncate text-xs text-faint">
          <span className="font-mono">{recent.id}</span> · {recent.stepCount}{" "}
          {recent.stepCount === 1 ? "step" : "steps"}
        </p>
      </div>
      <StatusBadge status={recent.status} />
      <IconButton
        label={`Forget ${showHidden(truncate(title, 60))}`}
        className="relative z-10"
        onClick={() => {
          forgetTask(recent.id);
        }}
      >
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
