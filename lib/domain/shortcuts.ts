type Shortcut = {
  /** By `KeyboardEvent.key`. */
  keys: readonly string[];
  /** Keys as a reader knows them, where they differ from `keys`. */
  shown?: readonly string[];
  does: string;
  group: "Steps" | "Playing" | "Screenshot" | "Page";
};

/** Every shortcut of the task page: what binds a key and what lists it both look here. */
export const SHORTCUTS = {
  nextStep: { keys: ["j", "ArrowRight"], shown: ["J", "→"], does: "Next step", group: "Steps" },
  previousStep: {
    keys: ["k", "ArrowLeft"],
    shown: ["K", "←"],
    does: "Previous step",
    group: "Steps",
  },
  firstStep: { keys: ["Home"], does: "First step", group: "Steps" },
  lastStep: { keys: ["End"], does: "Newest step", group: "Steps" },
  nextSuspect: { keys: ["]"], does: "Next suspect", group: "Steps" },
  previousSuspect: { keys: ["["], does: "Previous suspect", group: "Steps" },
  search: { keys: ["/"], shown: ["/", "Ctrl F"], does: "Search the steps", group: "Steps" },
  follow: { keys: ["f"], shown: ["F"], does: "Follow the newest step", group: "Playing" },
  play: { keys: [" "], shown: ["Space"], does: "Play or pause", group: "Playing" },
  before: {
    keys: ["b"],
    shown: ["B"],
    does: "Flick to the screenshot before: press to switch, or hold",
    group: "Screenshot",
  },
  zoomIn: { keys: ["+", "="], shown: ["+"], does: "Zoom in", group: "Screenshot" },
  zoomOut: { keys: ["-"], shown: ["−"], does: "Zoom out", group: "Screenshot" },
  zoomFit: { keys: ["0"], does: "Fit to the frame", group: "Screenshot" },
  copyLink: { keys: ["s"], shown: ["S"], does: "Copy the link to the step", group: "Page" },
  help: { keys: ["?"], does: "Show these shortcuts", group: "Page" },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof SHORTCUTS;

/** The bindings, by key, of shortcuts given by their names. */
export function bindingsOf<Run>(
  runs: Readonly<Partial<Record<ShortcutName, Run>>>,
): Record<string, Run> {
  const bindings: Record<string, Run> = {};
  for (const [name, { keys }] of Object.entries(SHORTCUTS)) {
    // `Object.entries` forgets that the names of the table are its names.
    const run = runs[name as ShortcutName];
    if (run !== undefined) for (const key of keys) bindings[key] = run;
  }
  return bindings;
}
