"use client";

import { clsx } from "clsx";
import { useState } from "react";
import { useImageState } from "@/components/ui/use-image-state";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";
import { bindingsOf } from "@/lib/domain/shortcuts/shortcut-keys";
import { pictureShape, shapeWords } from "@/lib/domain/steps/picture-shape";
import type { ChangedBox } from "@/lib/domain/changes/grey-grid";
import type { Step } from "@/lib/domain/task/step";
import { ChangeOutline } from "./change-outline";
import { CompareSlider } from "./compare-slider";
import { LoadingChip } from "./loading-chip";
import { ScreenshotMissing } from "./screenshot-missing";
import { ScreenshotTools } from "./screenshot-tools";
import { usePreviousToggle } from "./use-previous-toggle";
import { useZoom } from "./use-zoom";

type ScreenshotViewerProps = {
  taskId: string;
  step: Step;
  /** The nearest step before that has a screenshot; `null` when none has. */
  before: Step | null;
  /** What the step changed in the picture. */
  boxes: readonly ChangedBox[];
  /** The pictures that tell it; `null` where nothing is known. */
  pair: ScreenshotPair | null;
};

/** The steps with the screenshots before and after what a step did. */
export type ScreenshotPair = { before: Step; after: Step };

/**
 * The screenshot of the open step, to zoom, to pan, and to flick to the one before it. The pictures keep their
 * elements from step to step, so that one stays until the next is there: a film does not flash.
 */
export function ScreenshotViewer({ taskId, ...props }: ScreenshotViewerProps) {
  const { number: step, hasScreenshot, screenshotKey } = props.step;
  const { frameRef, frameProps, ...zoom } = useZoom();
  const { isBefore: isFlicked, toggle, onKey } = usePreviousToggle(step);
  // A zoomed picture is worth the original's bytes.
  const width = zoom.scale > 1 ? null : 1280;
  const { screenshot } = useTaskRoutes(taskId);
  const src = screenshot(step, width, screenshotKey);
  const { hasFailed, attempt, retry, imageProps } = useImageState(src);
  const beforeStep = props.before ?? props.step;
  const beforeSrc = screenshot(beforeStep.number, width, beforeStep.screenshotKey);
  const beforeImage = useImageState(beforeSrc);
  const before = beforeImage.hasFailed || props.before === null ? null : beforeStep.number;
  const isBefore = isFlicked && before !== null;
  const [loaded, setLoaded] = useState<{ step: number; width: number; height: number } | null>(
    null,
  );
  const note = ({ naturalWidth, naturalHeight }: HTMLImageElement) => {
    setLoaded({ step, width: naturalWidth, height: naturalHeight });
  };
  const shape = loaded === null || isBefore ? "usual" : pictureShape(loaded);
  // Zooming fits the whole picture in and goes on from there.
  const isScrolled = shape === "tall" && zoom.scale === 1;
  const oddity = loaded === null ? null : shapeWords(shape, loaded);
  const { boxes } = props;
  const [isOutlined, setIsOutlined] = useState(false);
  const [isCompared, setIsCompared] = useState(false);
  const pair = isCompared && !isBefore ? props.pair : null;
  const toggleOutline = () => {
    setIsOutlined(!isOutlined);
  };
  const sideOf = ({ number, screenshotKey: key }: Step) => ({
    step: number,
    src: screenshot(number, width, key),
  });
  useShortcuts(
    bindingsOf({
      zoomIn: zoom.zoomIn,
      zoomOut: zoom.zoomOut,
      zoomFit: zoom.fit,
      ...(before === null ? {} : { before: onKey }),
      changes: (event: KeyboardEvent) => {
        if (!event.repeat) toggleOutline();
      },
    }),
  );
  return (
    <div>
      <div
        ref={frameRef}
        role="group"
        aria-label={zoom.scale > 1 ? "Zoomed screenshot, arrow keys move it" : "Screenshot frame"}
        tabIndex={0}
        {...frameProps}
        className={clsx(
          "relative flex aspect-[16/10] w-full items-center justify-center rounded-lg border border-line bg-raised select-none",
          isScrolled ? "thin-scroll overflow-y-auto" : "overflow-hidden",
          zoom.scale > 1 ? "cursor-grab touch-none active:cursor-grabbing" : "touch-manipulation",
        )}
      >
        {!hasScreenshot || hasFailed ? (
          <ScreenshotMissing step={step} onRetry={hasScreenshot ? retry : null} />
        ) : (
          <img
            key={attempt}
            src={src}
            alt={isBefore ? "" : `Screenshot of step ${String(step)}`}
            width={1280}
            height={800}
            decoding="sync"
            draggable={false}
            style={zoom.style}
            className={
              isScrolled
                ? "h-auto w-full self-start"
                : clsx("size-full object-contain", shape === "speck" && "opacity-0")
            }
            {...imageProps}
            ref={(image) => {
              imageProps.ref(image);
              // One that was there before this script told nobody of it.
              if (loaded === null && image?.complete === true && image.naturalWidth > 0)
                note(image);
            }}
            onLoad={({ currentTarget }) => {
              note(currentTarget);
            }}
          />
        )}
        {before !== null && (
          <img
            src={beforeSrc}
            alt={isBefore ? `Screenshot of step ${String(before)}` : ""}
            aria-hidden={!isBefore}
            width={1280}
            height={800}
            // It comes after the picture that the reader looks at, and is there before it is wanted.
            fetchPriority="low"
            decoding="sync"
            draggable={false}
            style={zoom.style}
            className={clsx(
              "absolute inset-0 size-full bg-raised object-contain",
              !isBefore && "pointer-events-none opacity-0",
            )}
            {...beforeImage.imageProps}
          />
        )}
        {pair !== null && (
          <CompareSlider
            before={sideOf(pair.before)}
            after={sideOf(pair.after)}
            style={zoom.style}
            onClose={() => {
              setIsCompared(false);
            }}
          />
        )}
        {isOutlined && !isBefore && loaded?.step === step && (
          <ChangeOutline
            boxes={boxes}
            picture={loaded}
            isScrolled={isScrolled}
            style={zoom.style}
          />
        )}
        <p
          role="status"
          className={clsx(
            "absolute top-2 left-2 rounded-full bg-accent px-2.5 py-1 text-xs font-medium text-on-accent shadow",
            !isBefore && "sr-only",
          )}
        >
          {isBefore && `Before: step ${String(before)}`}
        </p>
        {shape === "speck" && !hasFailed && (
          <p className="absolute inset-0 flex items-center justify-center p-6 text-center text-muted">
            {oddity}
          </p>
        )}
        {hasScreenshot && !hasFailed && loaded !== null && loaded.step !== step && (
          <LoadingChip key={step} step={step} />
        )}
      </div>
      {oddity !== null && shape !== "speck" && <p className="mt-1 text-xs text-muted">{oddity}</p>}
      <ScreenshotTools
        step={step}
        before={before}
        isBefore={isBefore}
        outline={{ isOn: isOutlined, isPossible: boxes.length > 0, onToggle: toggleOutline }}
        compare={{
          isOn: pair !== null,
          isPossible: props.pair !== null,
          onToggle: () => {
            setIsCompared(pair === null);
          },
        }}
        scale={zoom.scale}
        original={hasScreenshot ? screenshot(step, null, screenshotKey) : null}
        onBefore={toggle}
        onZoomIn={zoom.zoomIn}
        onZoomOut={zoom.zoomOut}
        onFit={zoom.fit}
      />
    </div>
  );
}
