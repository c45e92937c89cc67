"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { controlKey } from "@/lib/client/task/use-control-standing";
import { useLiveView } from "@/lib/client/task/use-live-view";
import { liveViewState } from "@/lib/domain/freshness/live-view-state";
import type { Task } from "@/lib/domain/task/task";
import { LiveStage } from "./live-stage";

type LivePanelProps = {
  task: Task;
  /** What stands in the place of a live view that is not open: the newest screenshot. */
  lastScreenshot: ReactNode;
  /** Leads to the output; `null` while there is none. */
  onShowOutput: (() => void) | null;
};

/**
 * The live browser of a task. Its page is loaded only when the reader takes control, and goes when they release it: a
 * frame that focuses something of its own has the next key, `inert` or not, and no page can keep it from that.
 */
export function LivePanel({ task, lastScreenshot, onShowOutput }: LivePanelProps) {
  const [hasControl, setHasControl] = useState(false);
  const live = useLiveView(task.id, task.hasLive && hasControl);
  const client = useQueryClient();
  const isHandedOut = live.url !== null;
  useEffect(() => {
    // The server has noted it.
    if (isHandedOut) void client.invalidateQueries({ queryKey: controlKey(task.id) });
  }, [client, isHandedOut, task.id]);
  if (!task.hasLive && hasControl) setHasControl(false);
  return (
    <LiveStage
      state={liveViewState(task, live)}
      live={live}
      hasControl={hasControl}
      onControl={setHasControl}
      lastScreenshot={lastScreenshot}
      onShowOutput={onShowOutput}
    />
  );
}
