"use client";

import { lazy, Suspense, useState } from "react";
import Player from "@/components/player/player";
import PrintSheet from "@/components/print/print-sheet";
import { Toast } from "@/components/ui/toast";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { useTaskLocation } from "@/lib/client/task/use-task-location";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import type { Suspect } from "@/lib/domain/suspects/find-suspects";
import { nextSuspectStep } from "@/lib/domain/suspects/next-suspect";
import { isFinal } from "@/lib/domain/task/task-status";
import { useStepKeys } from "./use-step-keys";

const ShortcutSheet = lazy(() => import("./shortcut-sheet"));

type StepNavigationProps = {
  snapshot: TaskSnapshot;
  location: ReturnType<typeof useTaskLocation>;
  /** Where the run may have gone wrong. */
  suspects: readonly Suspect[];
  /** The class of the box around the player. */
  className: string;
};

/**
 * Everything that walks through the steps: the player, the page's keys with what they say and their sheet, and
 * what is printed of them.
 */
export default function StepNavigation({
  snapshot,
  location,
  suspects,
  className,
}: StepNavigationProps) {
  const { task, steps } = snapshot;
  const { own } = useTaskRoutes(task.id);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const suspectSteps = new Set(suspects.flatMap(({ step }) => (step === null ? [] : [step])));
  const toSuspect = (direction: 1 | -1) => () => {
    const step = nextSuspectStep(suspects, location.step, direction);
    if (step !== null) location.selectStep(step);
  };
  const hasSuspects = suspectSteps.size > 0;
  const walk = {
    taskId: task.id,
    steps,
    selected: location.step,
    isLive: !isFinal(task.status),
    onSeek: location.seekToStep,
    onPreviousSuspect: hasSuspects ? toSuspect(-1) : undefined,
    onNextSuspect: hasSuspects ? toSuspect(1) : undefined,
    onHelp: () => {
      setIsHelpOpen(true);
    },
  };
  const told = useStepKeys(walk);
  return (
    <>
      {/* Without a height: the words stand over the end of the stage above. */}
      <div className="relative">
        <Toast text={told} />
      </div>
      <div className={className}>
        <Player
          {...walk}
          totalSeconds={elapsedSeconds(task, Date.parse(snapshot.fetchedAt))}
          suspectSteps={suspectSteps}
          onSelect={location.selectStep}
        />
      </div>
      <PrintSheet snapshot={snapshot} selected={location.step} />
      {isHelpOpen && (
        <Suspense>
          <ShortcutSheet
            isOwnPage={own !== null}
            onClose={() => {
              setIsHelpOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
