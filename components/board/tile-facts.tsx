"use client";

import { clsx } from "clsx";
import CostText from "@/components/status/cost-text";
import { useNow } from "@/lib/client/api/clock";
import type { BoardEntry } from "@/lib/contract/board";
import type { StepPace } from "@/lib/domain/freshness/step-pace";
import type { Need } from "@/lib/domain/needs/need";
import { needWords } from "@/lib/domain/needs/need-words";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { formatDuration } from "@/lib/domain/text/format-duration";
import { toPageAddress } from "@/lib/domain/text/page-address";
import { livenessWords } from "./liveness-words";

type TileFactsProps = {
  entry: Extract<BoardEntry, { ok: true }>;
  pace: StepPace | null;
  need: Need | null;
  isSeen: boolean;
  renderedAt: number;
  costWarnUsd: string | null;
};

/** Three lines of a tile: how far its task is, what it needs or how alive it is, and what it costs. */
export function TileFacts({ entry, pace, need, isSeen, renderedAt, costWarnUsd }: TileFactsProps) {
  const now = useNow(renderedAt);
  const { task } = entry;
  const seconds = elapsedSeconds(task, now);
  const { words, isWorrying } = livenessWords(entry, pace, now);
  const facts = [
    `${String(task.stepCount)} ${task.stepCount === 1 ? "step" : "steps"}`,
    ...(task.failureCount > 0 ? [`${String(task.failureCount)} failed`] : []),
    ...(seconds === null ? [] : [formatDuration(Math.floor(seconds))]),
  ];
  return (
    <>
      <p className="truncate text-faint tabular-nums">
        {facts.join(" · ")}
        {task.lastStep !== null && (
          <>
            {" · "}
            <bdi>{toPageAddress(task.lastStep.url).label}</bdi>
          </>
        )}
      </p>
      <p
        className={clsx(
          "truncate tabular-nums",
          isWorrying || (need !== null && !isSeen) ? "text-waiting" : "text-faint",
        )}
      >
        {need !== null && <NeedText need={need} isSeen={isSeen} />}
        {need === null ? words : need.reason === "paused" ? "" : ` · ${words}`}
      </p>
      <p className="truncate text-faint">
        <CostText task={task} costWarnUsd={costWarnUsd} renderedAt={renderedAt} />
      </p>
    </>
  );
}

function NeedText({ need, isSeen }: { need: Need; isSeen: boolean }) {
  return (
    <>
      <strong className="font-medium">{needWords(need).title}</strong>
      {need.isGuess && ", a guess"}
      {isSeen && ", seen"}
    </>
  );
}
