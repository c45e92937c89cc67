import type { TabState } from "./task-title";

/** The parts of an icon of 16 by 16: the ground it stands on and the sign in white on it. */
type Drawing = { colour: string; ground: string; sign: string };

const DISC = '<circle cx="8" cy="8" r="8"/>';
const SQUARE = '<rect width="16" height="16" rx="3"/>';
const TRIANGLE = '<path d="M8 .6 16 15H0z" stroke-linejoin="round"/>';
const RING = '<path d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z"/>';
const line = (d: string) =>
  `<path d="${d}" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/>`;

/** Shapes differ as well as colours, and the colours hold on light and on dark tabs. */
const DRAWINGS: Record<TabState, Drawing> = {
  created: { colour: "#6f7380", ground: RING, sign: "" },
  running: { colour: "#2f6fe0", ground: DISC, sign: '<path d="M6 4v8l6.4-4z"/>' },
  paused: { colour: "#b26a00", ground: DISC, sign: line("M6 5v6M10 5v6") },
  finished: { colour: "#178a49", ground: DISC, sign: line("m4.5 8.4 2.4 2.3 4.6-5") },
  ended: { colour: "#6f7380", ground: DISC, sign: line("M5 8h6") },
  failed: { colour: "#d02c37", ground: SQUARE, sign: line("m5 5 6 6m0-6-6 6") },
  stopped: { colour: "#6f7380", ground: SQUARE, sign: '<rect x="5" y="5" width="6" height="6"/>' },
  unknown: {
    colour: "#6f7380",
    ground: DISC,
    sign: `${line("M6 6.2a2 2 0 1 1 2.6 2C8 8.4 8 8.7 8 9.2")}<circle cx="8" cy="12" r="1.2"/>`,
  },
  stuck: {
    colour: "#c77700",
    ground: TRIANGLE,
    sign: `${line("M8 6v3.4")}<circle cx="8" cy="12.4" r="1.2"/>`,
  },
  needed: {
    colour: "#b0238c",
    ground: DISC,
    sign: `${line("M8 3.4v5.4")}<circle cx="8" cy="12.3" r="1.4"/>`,
  },
  "not-updating": {
    colour: "#6f7380",
    ground:
      '<circle cx="8" cy="8" r="6.5" fill="none" stroke="#6f7380" stroke-width="2.4" stroke-dasharray="3.4 3.4"/>',
    sign: "",
  },
};

/** The icon of a browser tab as a `data:` address, drawn by us. */
export function tabIcon(state: TabState): string {
  const { colour, ground, sign } = DRAWINGS[state];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g fill="${colour}">${ground}</g><g fill="#fff">${sign}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
