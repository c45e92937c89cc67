import type { ReactNode } from "react";
import { TaskBanner } from "@/components/task/task-banner";
import { TaskHeader } from "@/components/task/task-header";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import type { PollProblem } from "@/lib/client/task/use-task";
import { pacedTask, startPace } from "@/lib/domain/freshness/step-pace";
import type { Liveness, Trouble } from "@/lib/domain/freshness/liveness";
import type { Task } from "@/lib/domain/task/task";
import { NOW } from "@/test/factories/run";
import { shopRun } from "@/test/factories/shop-run";
import { sampleSnapshot } from "@/test/factories/snapshot";
import { ENDLESS, HOSTILE } from "./hostile";
import { nothing, type Panel } from "./panel";

/** Some time before the moment of the pictures, ISO 8601. */
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const OVER: Partial<Task> = {
  status: "finished",
  finishedAt: ago(40),
  output: "Fell Low, size 42",
  verdict: { agent: true, judge: true, judgement: null },
};
const OFFLINE: PollProblem = { code: "offline", retryAt: null, endsPolling: false };

/** The top of a task page, for each way in which it may be alive. */
const BY_LIVENESS: Readonly<Record<Liveness["kind"], ReactNode>> = {
  live: header({}),
  silent: header({}, { startedAgo: 900 }),
  waiting: header({ status: "created", startedAt: null, createdAt: ago(25) }, { steps: 0 }),
  paused: header({ status: "paused" }, { seenAgo: 240 }),
  "catching-up": header({}, { fetchedAgo: 300, isCatchingUp: true }),
  offline: header({}, { fetchedAgo: 70, problem: OFFLINE }),
  limited: header({}, { fetchedAgo: 30, stale: "upstream-rate-limited" }),
  failing: header({}, { fetchedAgo: 30, stale: "upstream-unavailable" }),
  refused: header(
    {},
    { fetchedAgo: 90, problem: { code: "key-rejected", retryAt: null, endsPolling: true } },
  ),
  ended: header(OVER),
};

export const HEADERS: Panel = {
  id: "headers",
  title: "Top of a task page",
  width: 38,
  states: {
    ...BY_LIVENESS,
    "ended long ago": header({
      ...OVER,
      startedAt: "2025-11-02T09:28:00Z",
      finishedAt: "2025-11-02T09:30:00Z",
    }),
    "ended, nobody knows when": header({ ...OVER, finishedAt: null }),
    "without anything": header({ prompt: "", startedAt: null, createdAt: null }, { steps: 0 }),
    "behind a share link": header(OVER, { until: "2026-03-08T12:00:00Z" }),
    "behind a share link that shows no prompt": header(
      { ...OVER, prompt: "" },
      { until: "2026-03-08T12:00:00Z" },
    ),
    hostile: header({ prompt: HOSTILE, model: HOSTILE, rawStatus: HOSTILE }),
    "a word without end": header({ prompt: ENDLESS, model: ENDLESS }),
    "a prompt that was cut": header({
      prompt: "Look at each of these addresses. ".repeat(2000),
      cut: { prompt: 900_000 },
    }),
  },
};

/** What keeps a page from the newest state. */
const BY_TROUBLE: Readonly<Record<Trouble["kind"], ReactNode>> = {
  offline: banner("offline", "No connection to this server", null),
  limited: banner("limited", "Browser Use Cloud limits our requests", NOW + 12_000),
  failing: banner("failing", "Browser Use Cloud does not answer", NOW + 4000),
  refused: banner("refused", "The API key was rejected", null),
};

export const BANNERS: Panel = {
  id: "banners",
  title: "Banner over old data",
  width: 38,
  height: 15,
  states: BY_TROUBLE,
};

type Fresh = {
  steps?: number;
  startedAgo?: number;
  fetchedAgo?: number;
  /** Since when the page is open, in seconds before the picture. */
  seenAgo?: number;
  stale?: NonNullable<TaskSnapshot["stale"]>["reason"];
  problem?: PollProblem;
  isCatchingUp?: boolean;
  until?: string;
};

function header(task: Partial<Task>, fresh: Fresh = {}): ReactNode {
  const { steps = 6, startedAgo = 120, fetchedAgo = 0, seenAgo = 0, stale, problem = null } = fresh;
  const content = shopRun({ startedAt: ago(startedAgo), ...task }, steps);
  const snapshot = sampleSnapshot({
    ...content,
    fetchedAt: ago(fetchedAgo),
    stale:
      stale === undefined
        ? null
        : { since: ago(fetchedAgo), reason: stale, retryAt: new Date(NOW + 8000).toISOString() },
  });
  return (
    <TaskHeader
      snapshot={snapshot}
      freshness={{
        snapshot,
        pace: startPace(pacedTask(content), NOW - seenAgo * 1000),
        fetchedAt: NOW - fetchedAgo * 1000,
        problem,
        isCatchingUp: fresh.isCatchingUp ?? false,
      }}
      renderedAt={NOW}
      {...(fresh.until === undefined ? {} : { until: fresh.until })}
    />
  );
}

function banner(kind: Trouble["kind"], title: string, retryAt: number | null): ReactNode {
  return (
    <TaskBanner
      trouble={{ kind, title, retryAt }}
      fetchedAt={NOW - 75_000}
      isFetching={false}
      renderedAt={NOW}
      onRetry={nothing}
    />
  );
}
