/**
 * How a picture lies in its frame: `scale` 1 fits it in, and `x` and `y` move its middle from the frame's
 * middle, in the frame's pixels.
 */
export type Zoom = { scale: number; x: number; y: number };

/** A length in pixels on each axis, or a point. */
type Size = { width: number; height: number };
type Point = { x: number; y: number };

export const FIT: Zoom = { scale: 1, x: 0, y: 0 };
const LARGEST = 8;
/** Where the picture's own size is about the frame's, actual size would change nothing. */
const SMALLEST_ACTUAL = 1.25;

/** Zooms by a factor while the point, measured from the frame's middle, keeps its place. */
export function zoomBy(
  zoom: Zoom,
  factor: number,
  frame: Size,
  point: Point = { x: 0, y: 0 },
): Zoom {
  const scale = Math.min(LARGEST, Math.max(1, zoom.scale * factor));
  const ratio = scale / zoom.scale;
  const x = point.x - (point.x - zoom.x) * ratio;
  const y = point.y - (point.y - zoom.y) * ratio;
  return withinFrame({ scale, x, y }, frame);
}

/** Moves the picture, as far as it reaches beyond its frame. */
export function panBy(zoom: Zoom, dx: number, dy: number, frame: Size): Zoom {
  return withinFrame({ ...zoom, x: zoom.x + dx, y: zoom.y + dy }, frame);
}

/** The scale at which one pixel of the picture is one of the page; twice the size where that is no larger. */
export function actualScale(picture: Size, frame: Size): number {
  const shown = Math.min(frame.width / picture.width, frame.height / picture.height);
  const scale = Number.isFinite(shown) && shown > 0 ? 1 / shown : 1;
  return scale < SMALLEST_ACTUAL ? 2 : Math.min(LARGEST, scale);
}

function withinFrame({ scale, x, y }: Zoom, frame: Size): Zoom {
  if (scale <= 1) return FIT;
  return { scale, x: within(x, frame.width, scale), y: within(y, frame.height, scale) };
}

function within(offset: number, length: number, scale: number): number {
  const most = (length * (scale - 1)) / 2;
  return Math.min(most, Math.max(-most, offset));
}
