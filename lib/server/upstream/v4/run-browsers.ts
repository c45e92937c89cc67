import "server-only";
import { toSessionStatus } from "@/lib/server/upstream/contracts/session-to-domain";
import type { SessionFacts } from "@/lib/server/upstream/contracts/upstream-task";
import { browserListSchema, type WireBrowser } from "./run-schema";

const MOST_BROWSERS = 20;

/** `GET /browsers` of v4: the browsers of a session. */
export const RUN_BROWSERS = {
  pathOf: (sessionId: string) =>
    `/browsers?agentSessionId=${sessionId}&pageSize=${String(MOST_BROWSERS)}`,
  read: readBrowsers,
};

/** The browsers of a session; the live view is that of the newest which is up. `null` for what is no list of them. */
function readBrowsers(body: unknown): SessionFacts {
  const parsed = browserListSchema.safeParse(body);
  if (!parsed.success) return null;
  const browsers = [...parsed.data.items].sort((a, b) => startOf(a) - startOf(b));
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
