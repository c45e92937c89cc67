import type { SessionStatus } from "./task";

/**
 * Whether the video of a browser can be had: when the browser has stopped, soon after that, now, or not at all, because
 * nobody recorded it or it is kept no longer.
 */
export type RecordingState = "after-stop" | "preparing" | "ready" | "none";

/** A video that is not there so long after its browser stopped does not come any more, in milliseconds. */
const LATEST_MS = 5 * 60_000;

/** What is known of the video of a browser. `isAvailable` is `null` where nobody said whether there will be one. */
type RecordedBrowser = {
  status: SessionStatus | null;
  finishedAt: string | null;
  hasAddress: boolean;
  isAvailable: boolean | null;
};

/** Decides whether the video of a browser can be had. That the upstream makes none ends all waiting. */
export function recordingState(browser: RecordedBrowser, now: number): RecordingState {
  if (browser.hasAddress) return "ready";
  if (browser.isAvailable === false) return "none";
  if (browser.status === "active") return "after-stop";
  const stoppedAt = browser.finishedAt === null ? 0 : Date.parse(browser.finishedAt);
  return now - stoppedAt < LATEST_MS ? "preparing" : "none";
}
