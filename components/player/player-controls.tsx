"use client";

import {
  ChevronLeft,
  ChevronRight,
  Film,
  Keyboard,
  Pause,
  Play,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { rememberLayout, useLayoutMemory } from "@/lib/client/storage/layout-memory";
import { SPEEDS, type Speed } from "@/lib/domain/playback/playback";

type PlayerControlsProps = {
  canPlay: boolean;
  isPlaying: boolean;
  speed: Speed;
  /** Where the film stands, for the eye, and what was left out of it. */
  readout: { step: string; time: string; skipped: string | null };
  scrubber: ReactNode;
  onToggle: () => void;
  onSpeed: (speed: Speed) => void;
  suspectCount: number;
  onPreviousSuspect: (() => void) | undefined;
  onNextSuspect: (() => void) | undefined;
  onHelp: () => void;
};

/** The row of controls under the filmstrip; two rows on a small screen. */
export function PlayerControls(props: PlayerControlsProps) {
  const { canPlay, isPlaying, speed, readout, scrubber, onToggle, onSpeed, onHelp } = props;
  const isClosed = useLayoutMemory("filmstrip") === "closed";
  return (
    <div className="flex h-full items-center gap-1 px-2.5 max-lg:flex-wrap max-lg:content-center">
      <IconButton
        label={isPlaying ? "Pause" : "Play"}
        aria-keyshortcuts="Space"
        disabled={!canPlay}
        onClick={onToggle}
        className="text-fg"
      >
        {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </IconButton>
      <div role="group" aria-label="Speed" className="flex">
        {SPEEDS.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={choice === speed}
            onClick={() => {
              onSpeed(choice);
            }}
            className="h-7 min-w-7 rounded px-1 text-xs font-medium text-muted tabular-nums hover:bg-raised hover:text-fg aria-pressed:bg-raised aria-pressed:text-fg"
          >
            {choice}×
          </button>
        ))}
      </div>
      <div className="flex min-w-0 grow max-lg:order-first max-lg:basis-full">{scrubber}</div>
      <p className="ml-auto flex shrink-0 items-baseline gap-2 px-1.5 text-xs tabular-nums">
        {readout.skipped !== null && (
          <span className="text-waiting max-sm:hidden">{readout.skipped}</span>
        )}
        <span className="font-medium">{readout.step}</span>
        <span className="text-muted">{readout.time}</span>
      </p>
      {props.suspectCount > 0 && (
        <span className="flex shrink-0 items-center text-xs text-failure">
          <Jump
            label="Previous suspect"
            keys="["
            Icon={ChevronLeft}
            onJump={props.onPreviousSuspect}
          />
          <span className="tabular-nums">
            {props.suspectCount} {props.suspectCount === 1 ? "suspect" : "suspects"}
          </span>
          <Jump label="Next suspect" keys="]" Icon={ChevronRight} onJump={props.onNextSuspect} />
        </span>
      )}
      <Button
        look="quiet"
        aria-pressed={!isClosed}
        className="aria-pressed:text-fg max-lg:hidden"
        onClick={() => {
          rememberLayout("filmstrip", isClosed ? null : "closed");
        }}
      >
        <Film aria-hidden="true" />
        Filmstrip
      </Button>
      <IconButton
        label="Keyboard shortcuts"
        aria-keyshortcuts="?"
        className="max-lg:hidden"
        onClick={onHelp}
      >
        <Keyboard aria-hidden="true" />
      </IconButton>
    </div>
  );
}

type JumpProps = {
  label: string;
  keys: string;
  Icon: LucideIcon;
  onJump: (() => void) | undefined;
};

function Jump({ label, keys, Icon, onJump }: JumpProps) {
  return (
    <IconButton
      label={label}
      aria-keyshortcuts={keys}
      disabled={onJump === undefined}
      onClick={onJump}
      className="text-failure hover:text-failure"
    >
      <Icon aria-hidden="true" />
    </IconButton>
  );
}
