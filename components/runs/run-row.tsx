"use client";

import { Bot, Gavel } from "lucide-react";
import Link from "next/link";
import { memo, useEffect, useRef } from "react";
import { RunDuration } from "@/components/runs/run-duration";
import { StatusBadge } from "@/components/status/status-badge";
import { TimeText } from "@/components/ui/time-text";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { useImageState } from "@/components/ui/use-image-state";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { pageRoutes } from "@/lib/contract/routes";
import type { KnownOfTask, TaskListEntry } from "@/lib/contract/task-list";
import { shortPrompt } from "@/lib/domain/task/short-prompt";
import type { Verdict } from "@/lib/domain/task/task";
import { taskName } from "@/lib/domain/task/task-name";
import type { Need } from "@/lib/domain/needs/need";
import { needWords } from "@/lib/domain/needs/need-words";
import { formatCost } from "@/lib/domain/text/format-cost";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { truncate } from "@/lib/domain/text/truncate";

type RunRowProps = {
  run: TaskListEntry;
  need: Need | null;
  /** Somebody has seen the need. */
  isSeen: boolean;
  isSelected: boolean;
  onSelect: (id: string) => void;
  /** Tells whether the row is on the screen. */
  onScreen: (id: string, isThere: boolean) => void;
};

/** One run of the account. Its room is the same whatever is known of it; a click anywhere opens it. */
export const RunRow = memo(function RunRow(props: RunRowProps) {
  const { run, need, isSeen, isSelected, onSelect, onScreen } = props;
  const { id, status, rawStatus, verdict, model, known } = run;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = row.current;
    if (element === null) return;
    const observer = new IntersectionObserver((seen) => {
      onScreen(id, seen.at(-1)?.isIntersecting === true);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      onScreen(id, false);
    };
  }, [id, onScreen]);
  const name = taskName(run);
  const at = run.createdAt ?? run.startedAt;
  return (
    <div
      ref={row}
      data-selected={isSelected || undefined}
      className="relative grid h-[4.5rem] grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-3 hover:bg-raised data-selected:bg-accent/10 md:h-14 md:grid-cols-[1.5rem_3.5rem_minmax(0,1fr)_11rem_4.5rem_5rem_4.5rem_7.5rem]"
    >
      <input
        type="checkbox"
        aria-label={`Select ${showHidden(truncate(name, 60))}`}
        checked={isSelected}
        onChange={() => {
          onSelect(id);
        }}
        className="relative z-10 size-4 accent-accent"
      />
      <RunPicture id={id} known={known} />
      <div className="min-w-0">
        <Link
          href={pageRoutes.task(id)}
          prefetch={false}
          data-run={id}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          <bdi dir="auto">
            <UntrustedText text={shortPrompt(name)} />
          </bdi>
        </Link>
        <p className="truncate text-xs text-faint">
          {need !== null && <NeedWords need={need} isSeen={isSeen} />}
          <span className="font-mono">{id.slice(0, 8)}</span>
          {model !== null && (
            <>
              {" · "}
              <bdi>
                <UntrustedText text={truncate(model, 40)} />
              </bdi>
            </>
          )}
          <span className="md:hidden">
            {at !== null && (
              <>
                {" · "}
                <TimeText iso={at} />
              </>
            )}
            {known !== null && ` · ${String(known.stepCount)} steps`}
            {run.cost !== null && ` · ${formatCost(run.cost)}`}
          </span>
        </p>
      </div>
      <span className="flex min-w-0 items-center gap-1.5 max-md:flex-col max-md:items-end">
        <StatusBadge
          status={status}
          rawStatus={rawStatus}
          verdict={verdict}
          hasAnswer={known?.hasAnswer ?? null}
        />
        <Verdicts verdict={verdict} />
      </span>
      <span className="text-right text-xs text-muted tabular-nums max-md:hidden">
        {known !== null && `${String(known.stepCount)} ${known.stepCount === 1 ? "step" : "steps"}`}
      </span>
      <span className="text-right text-xs text-muted tabular-nums max-md:hidden">
        <RunDuration run={run} />
      </span>
      <span className="text-right text-xs text-muted tabular-nums max-md:hidden">
        {run.cost !== null && formatCost(run.cost)}
      </span>
      <span className="truncate text-right text-xs text-faint tabular-nums max-md:hidden">
        {at !== null && <TimeText iso={at} />}
      </span>
    </div>
  );
});

/** That it needs somebody, in words; quiet once somebody has seen that, or where it is over. */
function NeedWords({ need, isSeen }: { need: Need; isSeen: boolean }) {
  const isLoud = need.severity !== "look" && !isSeen;
  return (
    <span className={isLoud ? "font-medium text-waiting" : undefined}>
      {needWords(need).title}
      {need.isGuess && " (a guess)"}
      {isSeen && " (seen)"}
      {" · "}
    </span>
  );
}

/** The last screenshot, where this server knows one. */
function RunPicture({ id, known }: { id: string; known: KnownOfTask | null }) {
  const { screenshot } = useTaskRoutes(id);
  const step = known?.screenshotStep ?? null;
  const src = step === null ? null : screenshot(step.number, 160, step.screenshotKey);
  const { hasFailed, imageProps } = useImageState(src ?? "");
  return (
    <span className="h-9 w-14 overflow-hidden rounded-sm border border-line bg-raised max-md:hidden">
      {src !== null && !hasFailed && (
        <img
          src={src}
          alt=""
          width={56}
          height={36}
          loading="lazy"
          decoding="async"
          className="size-full object-cover object-top"
          {...imageProps}
        />
      )}
    </span>
  );
}

/** What agent and judge say, apart, as small marks with words for whoever does not see them. */
function Verdicts({ verdict }: { verdict: Verdict }) {
  const { agent, judge } = verdict;
  if (agent === null && judge === null) return null;
  return (
    <span className="flex gap-1 [&_svg]:size-3.5">
      {agent !== null && (
        <span
          title={`Agent says ${sayOf(agent)}`}
          className={agent ? "text-success" : "text-failure"}
        >
          <Bot aria-hidden="true" />
          <span className="sr-only">Agent says {sayOf(agent)}.</span>
        </span>
      )}
      {judge !== null && (
        <span
          title={`Judge says ${sayOf(judge)}`}
          className={judge ? "text-success" : "text-failure"}
        >
          <Gavel aria-hidden="true" />
          <span className="sr-only">Judge says {sayOf(judge)}.</span>
        </span>
      )}
    </span>
  );
}

const sayOf = (claim: boolean) => (claim ? "success" : "failure");
