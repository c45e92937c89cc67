/** The keys of every shortcut of the task page, by `KeyboardEvent.key`. */
export const SHORTCUT_KEYS = {
  nextStep: ["j", "ArrowRight"],
  previousStep: ["k", "ArrowLeft"],
  firstStep: ["Home"],
  lastStep: ["End"],
  nextSuspect: ["]"],
  previousSuspect: ["["],
  search: ["/"],
  follow: ["f"],
  play: [" "],
  before: ["b"],
  changes: ["c"],
  zoomIn: ["+", "="],
  zoomOut: ["-"],
  zoomFit: ["0"],
  copyLink: ["s"],
  newerRun: ["p"],
  olderRun: ["n"],
  help: ["?"],
} as const satisfies Record<string, readonly string[]>;

export type ShortcutName = keyof typeof SHORTCUT_KEYS;

/** The bindings, by key, of shortcuts given by their names. */
export function bindingsOf<Run>(
  runs: Readonly<Partial<Record<ShortcutName, Run>>>,
): Record<string, Run> {
  const bindings: Record<string, Run> = {};
  for (const [name, keys] of Object.entries(SHORTCUT_KEYS)) {
    // `Object.entries` forgets that the names of the table are its names.
    const run = runs[name as ShortcutName];
    if (run !== undefined) for (const key of keys) bindings[key] = run;
  }
  return bindings;
}
