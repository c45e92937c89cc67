import type { BrowserSessionView } from "browser-use-sdk/v4";
import { isSessionActive } from "../emulated-task";
import { signed, type Scene } from "../shape-common";
import { shownLog } from "./shown-log";
import { dollars } from "./usage";
import { utc } from "./wire-event";

const HOUR_MS = 3_600_000;
/** What an hour of a browser costs, in millionths of a dollar. */
const MICRO_DOLLARS_AN_HOUR = 60_000;

/** The browser of a run; `null` before there is one. Each run has one of its own, which may outlive it. */
export function browserView(scene: Scene): BrowserSessionView | null {
  const { task, origin, now } = scene;
  const shown = shownLog(scene);
  const ready = shown.find(({ entry }) => entry.type === "browser.ready");
  if (ready === undefined) return null;
  const isUp = isSessionActive(task, now);
  const released = shown.find(({ entry }) => entry.type === "browser.released");
  const stoppedAt = isUp ? null : (task.runState.browserStoppedAt ?? released?.at ?? now);
  const hours = Math.max(0, (stoppedAt ?? now) - ready.at) / HOUR_MS;
  return {
    id: task.runState.browserId,
    status: isUp ? "active" : "stopped",
    liveUrl: isUp ? `${origin}/live/${task.liveToken}` : null,
    cdpUrl: isUp ? `${origin.replace(/^http/, "ws")}/cdp/${task.liveToken}` : null,
    timeoutAt: utc(ready.at + 4 * HOUR_MS),
    startedAt: utc(ready.at),
    finishedAt: stoppedAt === null ? null : utc(stoppedAt),
    proxyUsedMb: (hours * 40).toFixed(2),
    proxyCost: dollars(Math.round(hours * 200_000)),
    browserCost: dollars(Math.round(hours * MICRO_DOLLARS_AN_HOUR)),
    agentSessionId: task.sessionId,
    recordingUrl:
      isUp || task.script.isRecorded !== true
        ? null
        : signed(scene, "recordings", "0", "recording.webm"),
    metadata: {},
  };
}
