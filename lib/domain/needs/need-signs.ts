import { findLoop } from "@/lib/domain/freshness/stall";
import type { Task } from "@/lib/domain/task/task";
import type { TaskContent } from "@/lib/domain/task/task-content";
import { isFinal } from "@/lib/domain/task/task-status";
import type { EndSign } from "./end-of-head";
import { findWait, type Wait } from "./find-wait";
import { readEnd } from "./read-end";

/** What of a run tells that it needs somebody, as far as no clock is needed for it; small enough for a board. */
export type NeedSigns = {
  /** While it runs: it waits for somebody. */
  wait: Wait | null;
  /** While it runs: the first step of a circle that it goes in. */
  loop: number | null;
  lastStep: number | null;
  /** When it is over. */
  end: EndSign | null;
  /** Its browser is up. */
  hasBrowser: boolean;
};

const LOOP_LOOKED_AT = 1000;

/** Reads the signs from all that a run says. */
export function readNeedSigns(content: TaskContent): NeedSigns {
  const { task, steps } = content;
  const isGoing = task.status === "running" || task.status === "unknown";
  return {
    wait: isGoing ? findWait(steps) : null,
    // A long circle keeps its beginning, which names the occasion.
    loop: findLoop(content) === null ? null : (findLoop(content, LOOP_LOOKED_AT)?.first ?? null),
    lastStep: steps.at(-1)?.number ?? null,
    end: isFinal(task.status) ? readEnd(content) : null,
    hasBrowser: hasBrowser(task),
  };
}

function hasBrowser({ hasLive, sessionStatus, run }: Task): boolean {
  const browsers = run?.browsers ?? [];
  return (
    hasLive || sessionStatus === "active" || browsers.some(({ status }) => status === "active")
  );
}
