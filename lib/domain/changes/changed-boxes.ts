import { GRID, type ChangedBox } from "./grey-grid";

const MOST_BOXES = 4;
/** Cells with so many between them belong together: the letters of a line, the lines of a menu. */
const GAP = 4;

type Span = { left: number; right: number; top: number; bottom: number; count: number };

/** The parts of a picture with changed cells, by `1` in a grid: those that lie together in one box, the fullest first. */
export function changedBoxes(changed: Uint8Array): readonly ChangedBox[] {
  const open = changed.slice();
  const spans: Span[] = [];
  for (let at = open.indexOf(1); at !== -1; at = open.indexOf(1, at + 1)) {
    spans.push(takeTogether(open, at));
  }
  return spans
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_BOXES)
    .map(toBox);
}

/** Takes a cell and all that lie together with it out of the open ones. */
function takeTogether(open: Uint8Array, first: number): Span {
  const span: Span = {
    left: GRID.columns,
    right: 0,
    top: GRID.rows,
    bottom: 0,
    count: 0,
  };
  const waiting = [first];
  open[first] = 0;
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const x = cell % GRID.columns;
    const y = Math.floor(cell / GRID.columns);
    span.left = Math.min(span.left, x);
    span.right = Math.max(span.right, x);
    span.top = Math.min(span.top, y);
    span.bottom = Math.max(span.bottom, y);
    span.count += 1;
    const right = Math.min(GRID.columns - 1, x + GAP);
    const bottom = Math.min(GRID.rows - 1, y + GAP);
    for (let row = Math.max(0, y - GAP); row <= bottom; row++) {
      for (let column = Math.max(0, x - GAP); column <= right; column++) {
        const near = row * GRID.columns + column;
        if (open[near] !== 1) continue;
        open[near] = 0;
        waiting.push(near);
      }
    }
  }
  return span;
}

function toBox({ left, right, top, bottom }: Span): ChangedBox {
  return {
    x: left / GRID.columns,
    y: top / GRID.rows,
    width: (right + 1 - left) / GRID.columns,
    height: (bottom + 1 - top) / GRID.rows,
  };
}
