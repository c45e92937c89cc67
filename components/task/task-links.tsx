"use client";

import { GitCompareArrows, Link2, Share2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import CopyButton from "@/components/ui/copy-button";
import { deferHydration } from "@/components/ui/defer-hydration";
import { useTaskLocation } from "@/lib/client/task/use-task-location";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { pageRoutes } from "@/lib/contract/routes";
import type { ControlStanding } from "@/lib/contract/task-control";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { RunNeighbours } from "./run-neighbours";

// Its script comes with the first press.
const ShareDialog = deferHydration(() => import("@/components/share/share-dialog"));

const TaskControls = deferHydration(() => import("@/components/control/task-controls"));

type TaskLinksProps = {
  snapshot: TaskSnapshot;
  /** What may be done to the task, and what was, as the server rendered it. */
  control: ControlStanding;
};

/**
 * Brings the controls, where there are some.
 * @public `deferHydration` asks for it.
 */
export async function prepare({ snapshot, control }: TaskLinksProps): Promise<void> {
  if (control.isAllowed) await TaskControls.load({ task: snapshot.task, control });
}

/** The ways from a task to elsewhere: to another run, to a colleague who can sign in, to anybody. */
export default function TaskLinks({ snapshot, control }: TaskLinksProps) {
  const { task } = snapshot;
  const { step } = useTaskLocation();
  const { page } = useTaskRoutes(task.id);
  const [isSharing, setIsSharing] = useState(false);
  return (
    <>
      {control.isAllowed && <TaskControls task={task} control={control} />}
      <RunNeighbours taskId={task.id} />
      <Link
        href={pageRoutes.compare(task.id)}
        prefetch={false}
        aria-label="Compare with another run"
        title="Compare with another run"
        className={buttonClass("quiet")}
      >
        <GitCompareArrows aria-hidden="true" />
        <span className="max-xl:hidden">Compare with…</span>
      </Link>
      <CopyButton
        text={() => new URL(page(), window.location.origin).href}
        icon={<Link2 />}
        look="secondary"
      >
        <span className="max-sm:sr-only">Copy link</span>
      </CopyButton>
      <Button
        aria-haspopup="dialog"
        title="Share with people who cannot sign in here"
        onClick={() => {
          setIsSharing(true);
        }}
      >
        <Share2 aria-hidden="true" />
        <span className="max-sm:sr-only">Share</span>
      </Button>
      {isSharing && (
        <ShareDialog
          content={snapshot}
          step={step}
          onClose={() => {
            setIsSharing(false);
          }}
        />
      )}
    </>
  );
}
