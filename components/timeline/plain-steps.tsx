"use client";

import type { RefObject } from "react";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { TimelineRow } from "./timeline-row";
import type { TimelineRows } from "./timeline-rows";
import { useNotedPlace, type Place } from "./use-kept-place";

type PlainStepsProps = {
  list: TimelineRows;
  /** The rows to draw; the others are a link away, which works without JavaScript. */
  from: number;
  to: number;
  /** The row that the list begins at before it can be scrolled by hand. */
  startAt: number | null;
  scrollRef: RefObject<HTMLElement | null>;
  placeRef: RefObject<Place | null>;
};

/** Rows as plain list items, all of them or a stretch of them. */
export function PlainSteps({ list, from, to, startAt, scrollRef, placeRef }: PlainStepsProps) {
  useNotedPlace(scrollRef, placeRef);
  const { taskId, rows } = list;
  const isPart = from > 0 || to < rows.length;
  return (
    <>
      <MoreLink taskId={taskId} step={rows[from - 1]?.number} words="Earlier steps" />
      <ol aria-label="Steps">
        {rows.slice(from, to).map((step, offset) => {
          const index = from + offset;
          return (
            <li
              key={step.number}
              {...(isPart ? { "aria-setsize": rows.length, "aria-posinset": index + 1 } : {})}
              className={index === startAt ? "start-row" : undefined}
            >
              <TimelineRow list={list} step={step} index={index} />
            </li>
          );
        })}
      </ol>
      <MoreLink taskId={taskId} step={rows[to]?.number} words="Later steps" />
    </>
  );
}

type MoreLinkProps = { taskId: string; step: number | undefined; words: string };

function MoreLink({ taskId, step, words }: MoreLinkProps) {
  const { page } = useTaskRoutes(taskId);
  if (step === undefined) return null;
  return (
    <a
      href={page(step)}
      className="block border-b border-line px-4 py-2 text-center text-xs text-accent outline-offset-[-2px] hover:underline"
    >
      {words}
    </a>
  );
}
