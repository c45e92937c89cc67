"use client";

import { useEffect, useEffectEvent, useState } from "react";
import {
  playheadAt,
  startIndex,
  untilNext,
  type Frame,
  type Playhead,
  type Schedule,
  type Speed,
} from "@/lib/domain/playback/playback";

type PlaybackInput = {
  schedule: Schedule;
  /** The number of the selected step; a change that the playback did not make pauses it. */
  selected: number | null;
  /** Selects the step that the playback has come to. */
  onShow: (number: number) => void;
  /** Settles when the picture of a step can be shown at once. */
  prepare: (number: number) => Promise<void>;
};

type Playback = {
  /** The frame on the stage while playing; `null` while paused. */
  playing: Frame | null;
  speed: Speed;
  setSpeed: (speed: Speed) => void;
  toggle: () => void;
};

/** Longer than this no picture is waited for. */
const PATIENCE_MS = 1200;

/** Plays the steps of a run one after the other, in the times of its schedule. */
export function usePlayback({ schedule, selected, onShow, prepare }: PlaybackInput): Playback {
  const [speed, setSpeed] = useState<Speed>(1);
  const [head, setHead] = useState<Playhead | null>(null);
  const playing = head === null ? null : (schedule.frames[head.index] ?? null);

  const [seen, setSeen] = useState(selected);
  if (seen !== selected) {
    setSeen(selected);
    if (playing?.number !== selected) setHead(null);
  }

  const moveTo = (next: Playhead) => {
    const frame = schedule.frames[next.index];
    const isOver = next.index >= schedule.frames.length - 1;
    setHead(isOver ? null : next);
    if (frame !== undefined) onShow(frame.number);
  };
  const goOn = useEffectEvent((from: Playhead, waitedMs: number) => {
    const since = from.since + waitedMs;
    const next = playheadAt(schedule, { ...from, since }, speed, performance.now());
    if (next.index === from.index) setHead(next);
    else moveTo(next);
  });
  const timeLeft = useEffectEvent((from: Playhead) =>
    untilNext(schedule, from, speed, performance.now()),
  );
  const prepareNext = useEffectEvent(async (from: Playhead) => {
    const [next, afterNext] = schedule.frames.slice(from.index + 1, from.index + 3);
    if (afterNext !== undefined) void prepare(afterNext.number);
    if (next === undefined) return;
    await Promise.race([prepare(next.number), new Promise((r) => setTimeout(r, PATIENCE_MS))]);
  });

  useEffect(() => {
    if (head === null) return;
    let isOff = false;
    const ready = prepareNext(head);
    const timer = setTimeout(
      () => {
        const dueAt = performance.now();
        void ready.then(() => {
          if (!isOff) goOn(head, performance.now() - dueAt);
        });
      },
      // A timer may come a little early.
      (timeLeft(head) ?? 0) + 1,
    );
    return () => {
      isOff = true;
      clearTimeout(timer);
    };
  }, [head, speed]);

  return {
    playing,
    speed,
    setSpeed: (chosen) => {
      // What is left of the step plays at the new speed from its beginning.
      setHead((at) => (at === null ? null : { ...at, since: performance.now() }));
      setSpeed(chosen);
    },
    toggle: () => {
      if (head !== null) setHead(null);
      else moveTo({ index: startIndex(schedule, selected), since: performance.now() });
    },
  };
}
