"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { NeedLine } from "@/components/status/need-line";
import { useNow } from "@/lib/client/api/clock";
import { focusWhenShown } from "@/lib/client/browser/focus-when-shown";
import { useSeenNeeds } from "@/lib/client/needs/use-seen-needs";
import { useTaskLocation } from "@/lib/client/task/use-task-location";
import { TAKE_CONTROL_ID } from "@/lib/domain/task/task-views";
import { isSeenNeed } from "@/lib/domain/needs/need";
import { needOf } from "@/lib/domain/needs/need-of";
import type { NextStep } from "@/lib/domain/needs/need-words";
import type { StepPace } from "@/lib/domain/freshness/step-pace";
import type { TaskContent } from "@/lib/domain/task/task-content";

type TaskNeedProps = {
  content: TaskContent;
  pace: StepPace;
  /** When the content was confirmed, epoch milliseconds. */
  fetchedAt: number;
  /** When the server rendered the page, epoch milliseconds. */
  renderedAt: number;
  /** Hears whether somebody is waited for whom nobody has told yet, for the browser tab. */
  onNeeded: (isNeeded: boolean) => void;
};

/** Says under the header that a run needs a person, and leads to what is to be done; nothing while it never did. */
export default function TaskNeed({
  content,
  pace,
  fetchedAt,
  renderedAt,
  onNeeded,
}: TaskNeedProps) {
  const { task } = content;
  const need = needOf(content, fetchedAt, pace);
  const seen = useSeenNeeds(need === null ? [] : [task.id]);
  const isSeen =
    need !== null &&
    isSeenNeed(
      need,
      seen.marks.map(({ key }) => key),
    );
  const location = useTaskLocation();
  const now = useNow(renderedAt, SHOWN_IN_MS);
  const [wasShown, setWasShown] = useState(need !== null);
  if (need !== null && !wasShown) setWasShown(true);

  // A pause has a sign of its own.
  const isNeeded = need?.severity === "now" && need.reason !== "paused" && !isSeen;
  const tell = useEffectEvent(() => {
    onNeeded(isNeeded);
  });
  useEffect(() => {
    tell();
  }, [isNeeded]);

  const goTo = ({ kind, step }: NextStep) => {
    if (step !== null) location.selectStep(step);
    else if (kind === "live" || kind === "output") location.openView(kind);
    // Nothing is pressed: whether to take control is the reader's own decision.
    if (kind === "live") focusWhenShown(TAKE_CONTROL_ID);
  };
  if (!wasShown) return null;
  return (
    <NeedLine
      need={need}
      hasLive={task.hasLive}
      isSeen={isSeen}
      isBusy={seen.isBusy}
      failure={seen.failure}
      now={now}
      onNext={goTo}
      onSeen={(asSeen) => {
        if (need !== null) seen.mark(task.id, need.key, asSeen);
      }}
    />
  );
}

/** The time since then need not tick. */
const SHOWN_IN_MS = 5000;
