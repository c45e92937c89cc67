/** What somebody did to a run through this server. */
export const CONTROL_ACTIONS = [
  "take-control",
  "stop",
  "stop-with-browser",
  "stop-browser",
  "pause",
  "resume",
  "message",
  "interrupt",
] as const;
export type ControlAction = (typeof CONTROL_ACTIONS)[number];

/** That somebody did something to a run: when (ISO 8601 with `Z`), who, and after which of its steps. */
export type ControlNote = {
  id: string;
  at: string;
  action: ControlAction;
  /** As a proxy in front names them; `null` where nobody does. */
  who: string | null;
  /** The newest step then; `null` before the first. */
  afterStep: number | null;
  /** Whether it was confirmed; otherwise it may have been done or not. */
  isSure: boolean;
};

const WORDS: Readonly<Record<ControlAction, string>> = {
  "take-control": "took control of the browser",
  stop: "stopped the run",
  "stop-with-browser": "stopped the run and its browser",
  "stop-browser": "stopped the browser",
  pause: "paused the run",
  resume: "resumed the run",
  message: "sent a message",
  interrupt: "interrupted the run by a message",
};

/** What was done, in words that follow a name. */
export function controlWords({ action, isSure }: Pick<ControlNote, "action" | "isSure">): string {
  return isSure ? WORDS[action] : `${WORDS[action]}, which was not confirmed`;
}
