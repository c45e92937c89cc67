"use client";

import { useMemo } from "react";
import { preloadImage } from "@/lib/client/task/preload-image";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { useChanges } from "@/lib/client/task/use-changes";
import { usePlayback } from "@/lib/client/task/use-playback";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";
import { formatDuration } from "@/lib/domain/text/format-duration";
import { clockFace, makeSchedule } from "@/lib/domain/playback/playback";
import { bindingsOf } from "@/lib/domain/shortcuts/shortcut-keys";
import type { Step } from "@/lib/domain/task/step";
import { placeAmong } from "@/lib/domain/steps/step-place";
import { Filmstrip } from "./filmstrip";
import { PlayerControls } from "./player-controls";
import { PlayerFrame } from "./player-frame";
import { Scrubber } from "./scrubber";

type PlayerProps = {
  taskId: string;
  steps: readonly Step[];
  selected: number | null;
  /** More steps may come. */
  isLive: boolean;
  /** How long the run took or has taken so far, in seconds; `null` where nobody knows. */
  totalSeconds: number | null;
  suspectSteps: ReadonlySet<number>;
  /** The reader picked a step. */
  onSelect: (number: number) => void;
  /** The film or the scrubber came to a step. */
  onSeek: (number: number) => void;
  onPreviousSuspect?: (() => void) | undefined;
  onNextSuspect?: (() => void) | undefined;
  onHelp: () => void;
};

/** A run as a film: every screenshot in a strip, a scrubber, and playback in the run's own times. */
export default function Player(props: PlayerProps) {
  const { taskId, steps, selected, isLive, totalSeconds, suspectSteps, onSelect, onSeek } = props;
  const { screenshot } = useTaskRoutes(taskId);
  const changes = useChanges(taskId, {
    isLive,
    isWanted: steps.length > 1 && (!isLive || selected !== null),
  });
  // By hand: what goes into hooks the compiler does not keep, and a run of 10,000 steps is too long to walk at each key.
  const schedule = useMemo(() => makeSchedule(steps, totalSeconds), [steps, totalSeconds]);
  const pictures = useMemo(
    () => new Map(steps.filter((s) => s.hasScreenshot).map((s) => [s.number, s.screenshotKey])),
    [steps],
  );
  const playback = usePlayback({
    schedule,
    selected,
    onShow: onSeek,
    prepare: (number) =>
      pictures.has(number)
        ? preloadImage(screenshot(number, 1280, pictures.get(number)))
        : Promise.resolve(),
  });
  useShortcuts(
    bindingsOf({
      play: (event: KeyboardEvent) => {
        if (!event.repeat) playback.toggle();
      },
    }),
  );

  const found = steps.findIndex((step) => step.number === selected);
  const isFollowing = selected === null && isLive;
  const current = found !== -1 ? found : isFollowing && steps.length > 0 ? steps.length - 1 : null;
  const index = current ?? Math.max(0, steps.length - 1);
  const frame = schedule.frames[index];
  const about = schedule.isEstimated ? "about " : "";
  const stepWords =
    frame === undefined ? "" : `Step ${String(frame.number)}${placeAmong(frame.number, steps)}`;
  const time = clockFace(frame?.startsAt ?? 0);
  const skipped = playback.playing?.skipped ?? 0;
  const suspects = useMemo(
    () => placesWhere(steps, (step) => suspectSteps.has(step.number)),
    [steps, suspectSteps],
  );
  const failures = useMemo(() => placesWhere(steps, (step) => step.outcome === "failure"), [steps]);
  return (
    <PlayerFrame
      strip={
        steps.length === 0 ? (
          <p className="flex h-full items-center justify-center text-muted">
            The screenshot of each step appears here.
          </p>
        ) : (
          <Filmstrip
            taskId={taskId}
            steps={steps}
            current={current}
            isFollowing={isFollowing}
            suspectSteps={suspectSteps}
            changes={changes}
            onSelect={onSelect}
          />
        )
      }
      controls={
        <PlayerControls
          canPlay={steps.length > 1}
          isPlaying={playback.playing !== null}
          speed={playback.speed}
          readout={{
            step: steps.length === 0 ? "No step yet" : stepWords,
            time:
              steps.length === 0
                ? ""
                : `${schedule.isEstimated ? "~" : ""}${time} / ${clockFace(schedule.realSeconds)}`,
            skipped: skipped > 0 ? `Idle ${formatDuration(skipped)} skipped` : null,
          }}
          scrubber={
            <Scrubber
              count={steps.length}
              index={index}
              valueText={frame === undefined ? "No step yet" : `${stepWords}, ${about}${time}`}
              failures={failures}
              suspects={suspects}
              onMove={(place) => {
                const step = steps[place];
                if (step !== undefined) onSeek(step.number);
              }}
            />
          }
          onToggle={playback.toggle}
          onSpeed={playback.setSpeed}
          suspectCount={suspects.length}
          onPreviousSuspect={props.onPreviousSuspect}
          onNextSuspect={props.onNextSuspect}
          onHelp={props.onHelp}
        />
      }
    />
  );
}

function placesWhere(steps: readonly Step[], isOne: (step: Step) => boolean): number[] {
  return steps.flatMap((step, place) => (isOne(step) ? [place] : []));
}
