import type { LogEntry } from "./log-entry";

/** What a run of v4 has beside what every task has. */
export type RunState = {
  readonly workspaceId: string;
  readonly browserId: string;
  readonly hasPictures: boolean;
  /** The whole log, once somebody has asked for it; a run that was cancelled ends there. */
  log: readonly LogEntry[] | null;
  /** When each event happened, epoch milliseconds, from the first time it was shown; later ones have not happened yet. */
  readonly times: number[];
  /** How far the log's times run ahead of the wall's, in milliseconds: by as much as the clock was moved. */
  aheadMs: number;
  isCancelled: boolean;
  /** When its browser was stopped by hand, epoch milliseconds. */
  browserStoppedAt: number | null;
  /** Seconds from its end to its judgement. */
  judgedAfter: number;
};

/** A run that nobody has looked at yet. */
export function firstRunState(
  given: Pick<RunState, "workspaceId" | "browserId" | "hasPictures" | "judgedAfter">,
): RunState {
  return {
    ...given,
    log: null,
    times: [],
    aheadMs: 0,
    isCancelled: false,
    browserStoppedAt: null,
  };
}
