import "server-only";
import { LRUCache } from "lru-cache";
import type { Recording, TaskSession } from "@/lib/contract/task-session";
import { addDecimals } from "@/lib/domain/text/decimal";
import { recordingState } from "@/lib/domain/task/recording";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import { toSessionStatus } from "@/lib/server/upstream/contracts/session-to-domain";
import { isMissing, UpstreamError } from "@/lib/server/upstream/errors";
import type { FileLink, SessionRef } from "@/lib/server/upstream/gateway";
import { newestFirst } from "@/lib/server/upstream/newest-first";
import { recordingLink } from "@/lib/server/upstream/recording-link";
import { NO_SESSION } from "@/lib/server/upstream/task-session";
import { listSessionRuns } from "./list-runs";
import { listBrowsers } from "./run-browsers";
import { browserSchema, type WireBrowser } from "./run-schema";

/** Of a session with more browsers the newest are asked for their videos: each is a call. */
const MOST_ASKED = 8;
const KEPT_MS = 3_600_000;

/** What the session of a run tells, and the videos of its browsers. Both throw `UpstreamError`. */
type RunSessions = {
  read: (task: SessionRef) => Promise<TaskSession>;
  /** Of the newest browser that has stopped, unless one is named. */
  getRecording: (task: SessionRef, browserId: string | null) => Promise<FileLink>;
};

/** See `RunSessions`. It remembers of which browsers no news is to come, for an hour. */
export function createRunSessions(client: UpstreamClient, now: () => number): RunSessions {
  const settled = new LRUCache<string, Recording["state"]>({ max: 1000, ttl: KEPT_MS });

  /** Only the answer for a single browser tells of its video. `null` for one that is gone. */
  async function readBrowser(browserId: string): Promise<WireBrowser | null> {
    const id = parseTaskId(browserId);
    if (id === null) return null;
    const body = await client.getJson(`/browsers/${id}`).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (body === null) return null;
    const parsed = browserSchema.safeParse(body);
    if (!parsed.success || parsed.data.id.toLowerCase() !== id)
      throw new UpstreamError("upstream-invalid", "Not the browser that was asked for");
    return parsed.data;
  }

  async function stateOf(browser: WireBrowser): Promise<Recording["state"]> {
    const known = settled.get(browser.id);
    if (known !== undefined) return known;
    const isUp = browser.status === "active";
    const read = isUp ? browser : await readBrowser(browser.id);
    const state = read === null ? "none" : recordingState(toRecorded(read), now());
    if (state === "ready" || state === "none") settled.set(browser.id, state);
    return state;
  }

  return {
    async read(task) {
      const sessionId = sessionIdOf(task);
      if (sessionId === null) return NO_SESSION;
      const [browsers, runs] = await Promise.all([
        listBrowsers(client, sessionId),
        listSessionRuns(client, sessionId),
      ]);
      const recordings = browsers.slice(-MOST_ASKED).map(async (browser) => ({
        browserId: browser.id,
        state: await stateOf(browser),
      }));
      return {
        ...NO_SESSION,
        ...sumOf(browsers),
        recordings: await Promise.all(recordings),
        tasks: newestFirst(runs.filter(({ id }) => id !== task.id)),
      };
    },

    async getRecording(task, browserId) {
      const sessionId = sessionIdOf(task);
      if (sessionId === null) return recordingLink(null);
      const id = browserId ?? (await newestStopped(sessionId));
      const browser = id === null ? null : await readBrowser(id);
      const isOfTask = browser?.agentSessionId?.toLowerCase() === sessionId;
      return recordingLink(isOfTask ? browser.recordingUrl : null);
    },
  };

  async function newestStopped(sessionId: string): Promise<string | null> {
    const browsers = await listBrowsers(client, sessionId);
    return browsers.findLast(({ status }) => status === "stopped")?.id ?? null;
  }
}

function sessionIdOf({ sessionId }: SessionRef): string | null {
  return sessionId === null ? null : parseTaskId(sessionId);
}

function toRecorded({ status, finishedAt, recordingUrl, recordingAvailable }: WireBrowser) {
  const hasAddress = recordingUrl !== null;
  return {
    status: toSessionStatus(status),
    finishedAt,
    hasAddress,
    isAvailable: recordingAvailable,
  };
}

/** What browsers come to together: up as long as one of them is. */
function sumOf(browsers: readonly WireBrowser[]) {
  const [first] = browsers;
  const isUp = browsers.some(({ status }) => status === "active");
  const ends = browsers.flatMap(({ finishedAt }) => finishedAt ?? []).sort();
  const sum = (field: "proxyUsedMb" | "proxyCost" | "browserCost") =>
    browsers.reduce<string | null>((total, browser) => addDecimals(total, browser[field]), null);
  return {
    status: first === undefined ? null : isUp ? ("active" as const) : ("stopped" as const),
    startedAt: first?.startedAt ?? null,
    finishedAt: isUp ? null : (ends.at(-1) ?? null),
    proxyUsedMb: sum("proxyUsedMb"),
    proxyCost: sum("proxyCost"),
    browserCost: sum("browserCost"),
  };
}
