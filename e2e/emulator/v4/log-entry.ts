import type { ScreenshotRef } from "../script";

/** One event of a run before its time has come: without its id and its time on the clock. */
export type LogEntry = {
  /** Seconds of the run's own time. */
  at: number;
  type: string;
  data: Record<string, unknown>;
  /** How long a tool took, in seconds; of its call alone. */
  tookSeconds?: number;
};

/** An event that has happened: with its id, and its time as epoch milliseconds. */
export type ShownEntry = { id: number; at: number; entry: LogEntry };

/** A picture as an event carries it. */
export type Picture = { mime: string; url: string };

/** What the log of a run needs beside its script. */
export type LogFacts = {
  browserId: string;
  liveUrl: string;
  /** The picture in an event; `null` where none is kept. */
  pictureOf: (ref: ScreenshotRef) => Picture | null;
};
