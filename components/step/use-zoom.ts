"use client";

import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from "react";
import { actualScale, FIT, panBy, zoomBy, type Zoom } from "@/lib/domain/steps/zoom";

const STEP = 1.5;
/** Pixels that an arrow key moves the picture. */
const PAN = 60;
const WHEEL = 0.01;
/** One notch of a wheel counts no more than this. */
const LARGEST_DELTA = 40;

/** Zoom and pan of a picture in its frame: wheel with Ctrl or pinch, drag, double click, arrow keys. */
export function useZoom() {
  const frameRef = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>(FIT);
  const isZoomed = zoom.scale > 1;

  const zoomAt = (factor: number, at?: { clientX: number; clientY: number }) => {
    const box = frameRef.current?.getBoundingClientRect();
    if (box === undefined) return;
    const point =
      at === undefined
        ? { x: 0, y: 0 }
        : {
            x: at.clientX - box.left - box.width / 2,
            y: at.clientY - box.top - box.height / 2,
          };
    setZoom((known) => zoomBy(known, factor, box, point));
  };
  const pan = (dx: number, dy: number) => {
    const box = frameRef.current?.getBoundingClientRect();
    if (box !== undefined) setZoom((known) => panBy(known, dx, dy, box));
  };

  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const delta = Math.max(-LARGEST_DELTA, Math.min(LARGEST_DELTA, event.deltaY));
    zoomAt(Math.exp(-delta * WHEEL), event);
  });
  useEffect(() => {
    const frame = frameRef.current;
    // React listens to the wheel passively, which could not keep the page from zooming.
    frame?.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      frame?.removeEventListener("wheel", onWheel);
    };
  }, []);

  return {
    frameRef,
    scale: zoom.scale,
    /** For the picture; set in the browser only, as the server draws nothing zoomed. */
    style: isZoomed
      ? { transform: `translate(${px(zoom.x)}, ${px(zoom.y)}) scale(${String(zoom.scale)})` }
      : undefined,
    zoomIn: () => {
      zoomAt(STEP);
    },
    zoomOut: () => {
      zoomAt(1 / STEP);
    },
    fit: () => {
      setZoom(FIT);
    },
    frameProps: {
      onKeyDown: (event: KeyboardEvent) => {
        const move = {
          ArrowLeft: [PAN, 0],
          ArrowRight: [-PAN, 0],
          ArrowUp: [0, PAN],
          ArrowDown: [0, -PAN],
        }[event.key];
        if (!isZoomed || move === undefined || event.metaKey || event.ctrlKey || event.altKey)
          return;
        event.preventDefault();
        pan(move[0] ?? 0, move[1] ?? 0);
      },
      onPointerDown: (event: PointerEvent) => {
        if (isZoomed && event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) {
          pan(event.movementX, event.movementY);
        }
      },
      onDoubleClick: (event: MouseEvent) => {
        const box = frameRef.current?.getBoundingClientRect();
        const image = frameRef.current?.querySelector("img");
        if (isZoomed || box === undefined || !image) {
          setZoom(FIT);
          return;
        }
        zoomAt(actualScale({ width: image.naturalWidth, height: image.naturalHeight }, box), event);
      },
    },
  };
}

function px(value: number): string {
  return `${value.toFixed(1)}px`;
}
