"use client";

import { Hand, Maximize, RefreshCw } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useLiveView } from "@/lib/client/use-live-view";
import { liveViewState } from "@/lib/domain/live-view-state";
import type { Task } from "@/lib/domain/task";
import { LiveFrame } from "./live-frame";
import { LivePlaceholder } from "./live-placeholder";
import { LiveWords } from "./live-words";

type LivePanelProps = {
  task: Task;
  /** What stands in the panel's place once the live view has ended: the last screenshot. */
  lastScreenshot: ReactNode;
  /** Leads to the output; `null` while there is none. */
  onShowOutput: (() => void) | null;
};

/** The live browser of a task: waiting, connecting, live, ended, each with its words. */
export function LivePanel({ task, lastScreenshot, onShowOutput }: LivePanelProps) {
  const live = useLiveView(task.id, task.hasLive);
  const state = liveViewState(task, live.connection);
  const [hasControl, setHasControl] = useState(false);
  const stageRef = useRef<HTMLDivElement>(null);
  const isOn = state.kind === "live" || state.kind === "connecting";
  if (!task.hasLive && hasControl) setHasControl(false);

  return (
    <section aria-label="Live view" className="flex h-full min-h-80 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-1.5 px-4">
        <LiveWords state={state} hasScreenshot={lastScreenshot !== null} />
        <span className="ml-auto flex items-center gap-1">
          {state.kind === "ended" && onShowOutput !== null && (
            <Button onClick={onShowOutput}>Show the output</Button>
          )}
          {isOn && (
            <Button
              look={hasControl ? "primary" : "secondary"}
              aria-pressed={hasControl}
              disabled={state.kind !== "live"}
              onClick={() => {
                setHasControl(!hasControl);
              }}
            >
              <Hand aria-hidden="true" />
              {hasControl ? "Release control" : "Take control"}
            </Button>
          )}
          {(isOn || state.kind === "unavailable") && (
            <IconButton label="Reload the live view" onClick={live.reload}>
              <RefreshCw aria-hidden="true" />
            </IconButton>
          )}
          {isOn && (
            <IconButton
              label="Full screen"
              onClick={() => {
                void stageRef.current?.requestFullscreen();
              }}
            >
              <Maximize aria-hidden="true" />
            </IconButton>
          )}
        </span>
      </div>
      <div ref={stageRef} className="relative min-h-0 grow bg-raised">
        {live.url !== null ? (
          <LiveFrame
            key={live.attempt}
            url={live.url}
            hasControl={hasControl}
            onLoaded={live.onLoaded}
          />
        ) : (
          <LivePlaceholder state={state}>{lastScreenshot}</LivePlaceholder>
        )}
      </div>
    </section>
  );
}
