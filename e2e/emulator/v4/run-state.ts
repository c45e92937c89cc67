import type { LogEntry, ShownEntry } from "./log-entry";
import { NO_ODDITIES, type LogOddities } from "./log-oddities";

/** What a run of v4 has beside what every task has. */
export type RunState = {
  readonly workspaceId: string;
  readonly browserId: string;
  readonly hasPictures: boolean;
  /** The whole log, once somebody has asked for it; a run that was cancelled ends there. */
  log: readonly LogEntry[] | null;
  /** What has happened of it, each event with the time that it had when it was first seen. */
  readonly shown: ShownEntry[];
  /** How far the log's times run ahead of the wall's, in milliseconds: by as much as the clock was moved. */
  aheadMs: number;
  isCancelled: boolean;
  /** When its browser was stopped by hand, epoch milliseconds. */
  browserStoppedAt: number | null;
  /** Seconds from its end to its judgement. */
  judgedAfter: number;
  oddities: LogOddities;
};

/** A run that nobody has looked at yet. */
export function firstRunState(
  given: Pick<RunState, "workspaceId" | "browserId" | "hasPictures" | "judgedAfter">,
): RunState {
  return {
    ...given,
    log: null,
    shown: [],
    aheadMs: 0,
    isCancelled: false,
    browserStoppedAt: null,
    oddities: NO_ODDITIES,
  };
}
