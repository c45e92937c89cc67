import "server-only";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import { toSessionStatus } from "@/lib/server/upstream/contracts/session-to-domain";
import type { SessionFacts } from "@/lib/server/upstream/contracts/upstream-task";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { Place } from "./run-files";
import { browserListSchema, type WireBrowser } from "./run-schema";

const MOST_BROWSERS = 20;
const MOST_PLACES = 4;

/** `GET /browsers` of v4: the browsers of a session. */
export const RUN_BROWSERS = {
  pathOf: (sessionId: string) =>
    `/browsers?agentSessionId=${sessionId}&pageSize=${String(MOST_BROWSERS)}`,
  read: readBrowsers,
};

/** Reads the browsers of a session, the newest last. Throws `UpstreamError`. */
export async function listBrowsers(
  client: UpstreamClient,
  sessionId: string,
): Promise<readonly WireBrowser[]> {
  const browsers = parseBrowsers(await client.getJson(RUN_BROWSERS.pathOf(sessionId)));
  if (browsers === null) throw new UpstreamError("upstream-invalid", "Not a list of browsers");
  // An upstream that knows no such filter answers with all there are.
  return browsers.filter(({ agentSessionId }) => agentSessionId?.toLowerCase() === sessionId);
}

/** Where the browsers of a session put what they download. Throws `UpstreamError`. */
export async function listBrowserPlaces(
  client: UpstreamClient,
  sessionId: string | null,
): Promise<Place[]> {
  const id = sessionId === null ? null : parseTaskId(sessionId);
  const browsers = id === null ? [] : await listBrowsers(client, id);
  return toPlaces(browsers);
}

/** The places of browsers: those of the newest, as each is a call. */
export function toPlaces(browsers: readonly { id: string }[]): Place[] {
  return browsers.slice(-MOST_PLACES).map(({ id }) => ({ kind: "browser", id }));
}

function parseBrowsers(body: unknown): readonly WireBrowser[] | null {
  const parsed = browserListSchema.safeParse(body);
  return parsed.success ? [...parsed.data.items].sort((a, b) => startOf(a) - startOf(b)) : null;
}

/** The browsers of a session; the live view is that of the newest which is up. `null` for what is no list of them. */
function readBrowsers(body: unknown): SessionFacts {
  const browsers = parseBrowsers(body);
  if (browsers === null) return null;
  const up = browsers.findLast(({ status }) => status === "active");
  return {
    id: null,
    status: up !== undefined ? "active" : browsers.length > 0 ? "stopped" : null,
    liveUrl: up?.liveUrl ?? null,
    browsers: browsers.map(({ id, status, startedAt, finishedAt, browserCost, proxyCost }) => ({
      id,
      status: toSessionStatus(status) ?? "unknown",
      startedAt,
      finishedAt,
      browserCost,
      proxyCost,
    })),
  };
}

function startOf({ startedAt }: WireBrowser): number {
  return startedAt === null ? 0 : Date.parse(startedAt);
}
