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

/** The step that plays, and since when. Its place in the schedule may change: steps come late, and some go. */
type Current = { number: number; since: number };

/** Plays the steps of a run one after the other, in the times of its schedule. */
export function usePlayback({ schedule, selected, onShow, prepare }: PlaybackInput): Playback {
  const [speed, setSpeed] = useState<Speed>(1);
  const [current, setCurrent] = useState<Current | null>(null);
  const head = current === null ? null : headIn(schedule, current);
  const playing = head === null ? null : (schedule.frames[head.index] ?? null);
  // What was playing is gone.
  if (current !== null && head === null) setCurrent(null);

  const [seen, setSeen] = useState(selected);
  if (seen !== selected) {
    setSeen(selected);
    if (playing?.number !== selected) setCurrent(null);
  }

  const moveTo = ({ index, since }: Playhead) => {
    const frame = schedule.frames[index];
    const isOver = index >= schedule.frames.length - 1;
    setCurrent(frame === undefined || isOver ? null : { number: frame.number, since });
    if (frame !== undefined) onShow(frame.number);
  };
  const goOn = useEffectEvent((waitedMs: number) => {
    if (current === null || head === null) return;
    const since = head.since + waitedMs;
    const next = playheadAt(schedule, { ...head, since }, speed, performance.now());
    const isOver = head.index >= schedule.frames.length - 1;
    if (next.index !== head.index) moveTo(next);
    else setCurrent(isOver ? null : { ...current, since: next.since });
  });
  const timeLeft = useEffectEvent(() =>
    head === null ? null : untilNext(schedule, head, speed, performance.now()),
  );
  const prepareNext = useEffectEvent(async () => {
    if (head === null) return;
    const [next, afterNext] = schedule.frames.slice(head.index + 1, head.index + 3);
    if (afterNext !== undefined) void prepare(afterNext.number);
    if (next === undefined) return;
    await Promise.race([prepare(next.number), new Promise((r) => setTimeout(r, PATIENCE_MS))]);
  });

  useEffect(() => {
    if (current === null) return;
    let isOff = false;
    const ready = prepareNext();
    const timer = setTimeout(
      () => {
        const dueAt = performance.now();
        void ready.then(() => {
          if (!isOff) goOn(performance.now() - dueAt);
        });
      },
      // A timer may come a little early.
      (timeLeft() ?? 0) + 1,
    );
    return () => {
      isOff = true;
      clearTimeout(timer);
    };
  }, [current, speed]);

  return {
    playing,
    speed,
    setSpeed: (chosen) => {
      // What is left of the step plays at the new speed from its beginning.
      setCurrent((at) => (at === null ? null : { ...at, since: performance.now() }));
      setSpeed(chosen);
    },
    toggle: () => {
      if (head !== null) setCurrent(null);
      else moveTo({ index: startIndex(schedule, selected), since: performance.now() });
    },
  };
}

function headIn({ frames }: Schedule, { number, since }: Current): Playhead | null {
  const index = frames.findIndex((frame) => frame.number === number);
  return index === -1 ? null : { index, since };
}
