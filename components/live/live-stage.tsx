import { Hand, Maximize, RefreshCw } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { useLiveView } from "@/lib/client/task/use-live-view";
import type { LiveViewState } from "@/lib/domain/freshness/live-view-state";
import { TAKE_CONTROL_ID } from "@/lib/domain/task/task-views";
import { LiveFrame } from "./live-frame";
import { LivePlaceholder } from "./live-placeholder";
import { LiveWords } from "./live-words";
import { OpenElsewhere } from "./open-elsewhere";

type LiveStageProps = {
  state: LiveViewState;
  live: Pick<ReturnType<typeof useLiveView>, "url" | "attempt" | "reload" | "onLoaded">;
  hasControl: boolean;
  onControl: (hasControl: boolean) => void;
  /** What stands in the place of a live view that is not open: the newest screenshot. */
  lastScreenshot: ReactNode;
  /** Leads to the output; `null` while there is none. */
  onShowOutput: (() => void) | null;
};

/** The live view in one of its states: waiting, shown by screenshots, connecting, open, ended, each with its words. */
export function LiveStage(props: LiveStageProps) {
  const { state, live, hasControl, onControl, lastScreenshot, onShowOutput } = props;
  const stageRef = useRef<HTMLDivElement>(null);
  const controlRef = useRef<HTMLButtonElement>(null);
  const isAsked = state.kind === "open" || state.kind === "connecting";
  const toggleControl = () => {
    onControl(!hasControl);
    // The keyboard comes back to the page with the control.
    if (hasControl) controlRef.current?.focus();
  };

  return (
    <section aria-label="Live view" className="flex h-full min-h-80 flex-col">
      <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-1.5 px-4 py-1">
        <LiveWords state={state} hasScreenshot={lastScreenshot !== null} />
        <span className="ml-auto flex items-center gap-1">
          {state.kind === "ended" && onShowOutput !== null && (
            <Button onClick={onShowOutput}>Show the output</Button>
          )}
          {(isAsked || state.kind === "screenshots" || state.kind === "unavailable") && (
            <Button
              id={TAKE_CONTROL_ID}
              ref={controlRef}
              look={hasControl ? "primary" : "secondary"}
              aria-pressed={hasControl}
              title={
                hasControl
                  ? "Closes the agent's browser here, so that nothing you type or click goes to it"
                  : "Opens the agent's browser: what you type and click goes to it"
              }
              onClick={toggleControl}
            >
              <Hand aria-hidden="true" />
              {hasControl ? "Release control" : "Take control"}
            </Button>
          )}
          {(isAsked || state.kind === "unavailable") && (
            <IconButton label="Try again: reload the live view" onClick={live.reload}>
              <RefreshCw aria-hidden="true" />
            </IconButton>
          )}
          {live.url !== null && <OpenElsewhere url={live.url} />}
          {isAsked && (
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
          <LiveFrame key={live.attempt} url={live.url} onLoaded={live.onLoaded} />
        ) : (
          <LivePlaceholder state={state}>{lastScreenshot}</LivePlaceholder>
        )}
      </div>
    </section>
  );
}
