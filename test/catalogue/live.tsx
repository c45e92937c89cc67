import type { ReactNode } from "react";
import { LiveStage } from "@/components/live/live-stage";
import { StepScreenshot } from "@/components/step/step-screenshot";
import type { LiveViewState } from "@/lib/domain/freshness/live-view-state";
import { nothing, type Panel } from "./panel";

/** At least one state for each kind that there is. */
const BY_KIND: Readonly<Record<LiveViewState["kind"], Readonly<Record<string, ReactNode>>>> = {
  waiting: {
    "waiting for the start": stage({ kind: "waiting", reason: "not-started" }, "none"),
    "waiting for a session": stage({ kind: "waiting", reason: "no-session" }, "shot"),
  },
  screenshots: {
    "shown by screenshots": stage({ kind: "screenshots", outlives: false }, "shot"),
    "no screenshot yet": stage({ kind: "screenshots", outlives: false }, "none"),
    "a screenshot that does not load": stage({ kind: "screenshots", outlives: false }, "broken"),
    "the run is over, its browser is up": stage({ kind: "screenshots", outlives: true }, "shot"),
  },
  connecting: {
    connecting: stage({ kind: "connecting", isSlow: false }, "shot"),
    "connecting for long": stage({ kind: "connecting", isSlow: true }, "shot"),
  },
  open: { live: stage({ kind: "open" }, "shot", "about:blank") },
  unavailable: { refused: stage({ kind: "unavailable" }, "shot") },
  ended: {
    "the run is over": stage({ kind: "ended", reason: "task" }, "shot"),
    "the run is over, without a screenshot": stage({ kind: "ended", reason: "task" }, "none"),
    "the session is over": stage({ kind: "ended", reason: "session" }, "shot"),
  },
};

export const LIVE: Panel = {
  id: "live",
  title: "Live view",
  width: 27,
  height: 24,
  states: Object.fromEntries(Object.values(BY_KIND).flatMap((states) => Object.entries(states))),
};

function stage(state: LiveViewState, shot: "none" | "shot" | "broken", url: string | null = null) {
  return (
    // An open view takes the keyboard, and here nobody asked for that.
    <div className="h-full" inert={url !== null}>
      <LiveStage
        state={state}
        live={{ url, attempt: 0, reload: nothing, onLoaded: nothing }}
        hasControl={["connecting", "open", "unavailable"].includes(state.kind)}
        onControl={nothing}
        lastScreenshot={
          shot === "none" ? null : (
            <StepScreenshot
              taskId=""
              step={4}
              hasScreenshot
              screenshotKey={shot === "broken" ? "broken" : null}
            />
          )
        }
        onShowOutput={state.kind === "ended" ? nothing : null}
      />
    </div>
  );
}
