import { SHORTCUT_KEYS, type ShortcutName } from "./shortcut-keys";

type Shortcut = {
  /** By `KeyboardEvent.key`. */
  keys: readonly string[];
  /** Keys as a reader knows them, where they differ from `keys`. */
  shown?: readonly string[];
  does: string;
  group: "Steps" | "Playing" | "Screenshot" | "Page";
};

/** Every shortcut of the task page, in words. */
export const SHORTCUTS = {
  nextStep: { keys: SHORTCUT_KEYS.nextStep, shown: ["J", "→"], does: "Next step", group: "Steps" },
  previousStep: {
    keys: SHORTCUT_KEYS.previousStep,
    shown: ["K", "←"],
    does: "Previous step",
    group: "Steps",
  },
  firstStep: { keys: SHORTCUT_KEYS.firstStep, does: "First step", group: "Steps" },
  lastStep: { keys: SHORTCUT_KEYS.lastStep, does: "Newest step", group: "Steps" },
  nextSuspect: { keys: SHORTCUT_KEYS.nextSuspect, does: "Next suspect", group: "Steps" },
  previousSuspect: {
    keys: SHORTCUT_KEYS.previousSuspect,
    does: "Previous suspect",
    group: "Steps",
  },
  search: {
    keys: SHORTCUT_KEYS.search,
    shown: ["/", "Ctrl F"],
    does: "Search the steps",
    group: "Steps",
  },
  follow: {
    keys: SHORTCUT_KEYS.follow,
    shown: ["F"],
    does: "Follow the newest step",
    group: "Playing",
  },
  play: { keys: SHORTCUT_KEYS.play, shown: ["Space"], does: "Play or pause", group: "Playing" },
  before: {
    keys: SHORTCUT_KEYS.before,
    shown: ["B"],
    does: "Show the previous screenshot: press to switch, or hold",
    group: "Screenshot",
  },
  changes: {
    keys: SHORTCUT_KEYS.changes,
    shown: ["C"],
    does: "Outline what the step changed",
    group: "Screenshot",
  },
  zoomIn: { keys: SHORTCUT_KEYS.zoomIn, shown: ["+"], does: "Zoom in", group: "Screenshot" },
  zoomOut: { keys: SHORTCUT_KEYS.zoomOut, shown: ["−"], does: "Zoom out", group: "Screenshot" },
  zoomFit: { keys: SHORTCUT_KEYS.zoomFit, does: "Fit to the frame", group: "Screenshot" },
  copyLink: {
    keys: SHORTCUT_KEYS.copyLink,
    shown: ["S"],
    does: "Copy the link to the step",
    group: "Page",
  },
  newerRun: { keys: SHORTCUT_KEYS.newerRun, shown: ["P"], does: "Newer run", group: "Page" },
  olderRun: { keys: SHORTCUT_KEYS.olderRun, shown: ["N"], does: "Older run", group: "Page" },
  help: { keys: SHORTCUT_KEYS.help, does: "Show these shortcuts", group: "Page" },
} as const satisfies Record<ShortcutName, Shortcut>;
