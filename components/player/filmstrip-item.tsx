"use client";

import { clsx } from "clsx";
import { ImageOff, X } from "lucide-react";
import { useImageState } from "@/components/ui/use-image-state";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { filmStepLabel, type FilmStep } from "./film-step";

type FilmstripItemProps = {
  taskId: string;
  step: FilmStep;
  index: number;
  isCurrent: boolean;
  isSuspect: boolean;
  isTabStop: boolean;
  /** What it did had no effect on the screen. */
  isDead: boolean;
  onSelect: (number: number) => void;
};

/** One step in the filmstrip: a small picture of one size whatever the screenshot's. */
export function FilmstripItem(props: FilmstripItemProps) {
  const { taskId, step, index, isCurrent, isSuspect, isTabStop, isDead, onSelect } = props;
  const { screenshot } = useTaskRoutes(taskId);
  const small = screenshot(step.number, 160, step.screenshotKey);
  const { hasFailed, imageProps } = useImageState(small);
  return (
    <button
      type="button"
      data-index={index}
      aria-label={filmStepLabel(step, isSuspect, isDead)}
      aria-current={isCurrent ? "step" : undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => {
        onSelect(step.number);
      }}
      className={clsx(
        "relative flex size-full items-center justify-center overflow-hidden rounded-md bg-raised text-faint ring-1 ring-inset",
        isCurrent
          ? "ring-transparent outline-2 outline-offset-1 outline-accent"
          : "opacity-80 ring-line hover:opacity-100 focus-visible:opacity-100",
      )}
    >
      {step.hasScreenshot && !hasFailed ? (
        // The optimizer of next/image would cache private pictures for everyone.
        <img
          src={small}
          srcSet={`${small} 1x, ${screenshot(step.number, 320, step.screenshotKey)} 2x`}
          alt=""
          width={96}
          height={60}
          loading="lazy"
          decoding="async"
          draggable={false}
          className="size-full object-cover object-top"
          {...imageProps}
        />
      ) : (
        <ImageOff aria-hidden="true" className="size-3.5 opacity-60" />
      )}
      <span className="pointer-events-none absolute inset-0 rounded-md ring-1 ring-line-strong/60 ring-inset" />
      {isSuspect && <span className="absolute inset-x-0 top-0 h-1 bg-failure" />}
      <span className="absolute bottom-0 left-0 rounded-tr-md bg-surface/90 px-1.5 py-px text-[0.625rem] leading-4 font-medium text-fg tabular-nums">
        {step.number}
      </span>
      {step.outcome === "failure" && (
        <span className="absolute right-1 bottom-1 inline-flex size-3.5 items-center justify-center rounded-full bg-surface text-failure">
          <X aria-hidden="true" className="size-2.5" strokeWidth={3.5} />
        </span>
      )}
    </button>
  );
}
