import type { CSSProperties } from "react";
import type { ChangedBox } from "@/lib/domain/changes/grey-grid";

type ChangeOutlineProps = {
  boxes: readonly ChangedBox[];
  /** The size of the picture, in pixels of its own. */
  picture: { width: number; height: number };
  /** The picture is as wide as its frame and scrolls in it, rather than being fitted in. */
  isScrolled: boolean;
  /** How the picture is zoomed. */
  style: CSSProperties | undefined;
};

/** Outlines parts of a picture, in their true places: it lies over the picture and is fitted and zoomed as that is. */
export function ChangeOutline({ boxes, picture, isScrolled, style }: ChangeOutlineProps) {
  const { width, height } = picture;
  return (
    <svg
      aria-hidden="true"
      data-part="change-outline"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      style={style}
      className={`pointer-events-none absolute ${isScrolled ? "top-0 left-0 h-auto w-full" : "inset-0 size-full"}`}
    >
      {boxes.map((box) => {
        const place = {
          x: box.x * width,
          y: box.y * height,
          width: box.width * width,
          height: box.height * height,
        };
        return (
          <g
            key={`${String(box.x)} ${String(box.y)}`}
            fill="none"
            vectorEffect="non-scaling-stroke"
          >
            {/* Two lines, so that it is seen on any picture. */}
            <rect
              {...place}
              className="stroke-white stroke-[5px]"
              vectorEffect="non-scaling-stroke"
            />
            <rect
              {...place}
              className="stroke-accent stroke-[3px]"
              vectorEffect="non-scaling-stroke"
            />
          </g>
        );
      })}
    </svg>
  );
}
