"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import Link from "next/link";
import { StatusBadge } from "@/components/status/status-badge";
import { Badge } from "@/components/ui/badge";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { FramedPicture } from "@/components/ui/framed-picture";
import { IconButton } from "@/components/ui/icon-button";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { useNow } from "@/lib/client/api/clock";
import type { BoardTile as Tile } from "@/lib/client/board/use-board";
import type { BoardEntry } from "@/lib/contract/board";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { pageRoutes } from "@/lib/contract/routes";
import { elapsedSeconds } from "@/lib/domain/task/elapsed";
import { taskName } from "@/lib/domain/task/task-name";
import { formatDuration } from "@/lib/domain/text/format-duration";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { toPageAddress } from "@/lib/domain/text/page-address";
import type { StepPace } from "@/lib/domain/freshness/step-pace";
import { truncate } from "@/lib/domain/text/truncate";
import { livenessWords } from "./liveness-words";

type BoardTileProps = { tile: Tile; renderedAt: number; onRemove: () => void };

/** One task on the board. Its room is the same whatever it shows. */
export function BoardTile({ tile, renderedAt, onRemove }: BoardTileProps) {
  const { id, entry, pace } = tile;
  const title = taskName({ id, prompt: entry?.ok === true ? entry.task.prompt : "" });
  return (
    <article
      aria-label={showHidden(title)}
      className="relative flex h-36 overflow-hidden rounded-lg border border-line bg-surface focus-within:border-accent hover:border-line-strong sm:h-auto sm:flex-col"
    >
      <div className="w-2/5 shrink-0 sm:w-full">
        <TilePicture id={id} entry={entry} />
      </div>
      <div className="flex min-w-0 grow flex-col gap-1 border-line px-3 py-2 max-sm:border-l sm:h-40 sm:border-t">
        <div className="flex h-6 items-center gap-1.5 pr-7">
          {entry?.ok === true ? (
            <StatusBadge
              status={entry.task.status}
              rawStatus={entry.task.rawStatus}
              verdict={entry.task.verdict}
              hasAnswer={entry.task.hasAnswer}
            />
          ) : (
            <Badge tone="muted">{isWaiting(entry) ? "Loading" : "No data"}</Badge>
          )}
        </div>
        <Link
          href={pageRoutes.task(id)}
          prefetch={false}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          <bdi dir="auto">
            <UntrustedText text={title} />
          </bdi>
        </Link>
        <p
          dir="auto"
          className="line-clamp-2 h-9 shrink-0 text-xs leading-[1.125rem] foreign-text text-muted"
        >
          <UntrustedText text={goalOf(entry)} />
        </p>
        {entry?.ok === true && <TileFacts entry={entry} pace={pace} renderedAt={renderedAt} />}
      </div>
      <IconButton
        label={`Take ${showHidden(truncate(title, 60))} off the board`}
        className="absolute top-1 right-1 z-10 bg-surface/90"
        onClick={onRemove}
      >
        <X aria-hidden="true" />
      </IconButton>
    </article>
  );
}

function TilePicture({ id, entry }: { id: string; entry: BoardEntry | null }) {
  const { screenshot } = useTaskRoutes(id);
  const step = entry?.ok === true ? entry.task.screenshotStep : null;
  const address = (width: 320 | 640) =>
    step === null ? null : screenshot(step.number, width, step.screenshotKey);
  const small = address(320);
  return (
    <FramedPicture
      src={small}
      {...(small === null ? {} : { srcSet: `${small} 320w, ${address(640) ?? small} 640w` })}
      sizes="(min-width: 80rem) 18rem, (min-width: 40rem) 40vw, 40vw"
      alt={step === null ? "" : `Screenshot of step ${String(step.number)}`}
      none={entry === null ? "Loading" : "No screenshot"}
      failed="The screenshot could not be loaded."
      className="max-sm:aspect-auto max-sm:h-full"
    />
  );
}

type TileFactsProps = {
  entry: Extract<BoardEntry, { ok: true }>;
  pace: StepPace | null;
  renderedAt: number;
};

function TileFacts({ entry, pace, renderedAt }: TileFactsProps) {
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
      <p className="truncate text-xs text-faint tabular-nums">
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
          "truncate text-xs tabular-nums",
          isWorrying ? "text-waiting" : "text-faint",
        )}
      >
        {words}
      </p>
    </>
  );
}

function isWaiting(entry: BoardEntry | null): boolean {
  return entry === null || (!entry.ok && entry.code === null);
}

/** What the agent is at, or why there is nothing to say. */
function goalOf(entry: BoardEntry | null): string {
  if (entry === null) return "";
  if (!entry.ok)
    return entry.code === null ? "Waiting for an answer." : `${apiErrorTitle(entry.code)}.`;
  const goal = entry.task.lastStep?.headline ?? "";
  if (goal !== "") return goal;
  return entry.task.lastStep === null ? "No step yet." : "No goal recorded.";
}
