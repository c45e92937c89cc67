import "server-only";

/** How long an instance waits for its Redis and for the other instances, in milliseconds. */
export type ClusterTimes = Readonly<{
  /** For a command: a reader waits along. */
  commandMs: number;
  /** For a connection to be made, or to answer anything: then it is given up. */
  silenceMs: number;
  /** Until a lost connection is tried again, at the longest: a short outage ends well before sessions are in doubt. */
  reconnectMs: number;
  /** Until one caller tries a Redis again that failed. */
  retryMs: number;
  /** Until a second failure is another one: callers who fail at the same time fail once. */
  certainMs: number;
  /** For a lock whose holder died. */
  lockMs: number;
  /** Until an instance tells the others again that it is there. */
  beatMs: number;
  /** The same at first: instances that start together find each other soon. */
  firstBeatMs: number;
}>;

/** What the product waits. */
export const CLUSTER_TIMES: ClusterTimes = {
  commandMs: 150,
  silenceMs: 2000,
  reconnectMs: 1000,
  retryMs: 2000,
  certainMs: 1000,
  lockMs: 3000,
  beatMs: 5000,
  firstBeatMs: 500,
};
