import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { createAssetClient } from "@/lib/server/assets/asset-client";
import { connectAccessRedis } from "@/lib/server/cluster/access-redis";
import { createCoordinator } from "@/lib/server/cluster/create-coordinator";
import { createReadRedis } from "@/lib/server/cluster/redis-standing";
import { createSealer } from "@/lib/server/cluster/sealer";
import { deriveAllKeys } from "@/lib/server/config/derive-key";
import type { Env } from "@/lib/server/config/env";
import { VERSION } from "@/lib/server/config/version";
import type { LocalData } from "@/lib/server/data/data-store";
import { RedisDataStore } from "@/lib/server/data/redis-data-store";
import { createAnswerDownload } from "@/lib/server/files/answer-download";
import { createAnswerRecording } from "@/lib/server/files/answer-recording";
import { createMakeGrid } from "@/lib/server/media/make-grid";
import { createReadChanges } from "@/lib/server/media/read-changes";
import { createScreenshots } from "@/lib/server/media/read-screenshot";
import { SeenMarkStore } from "@/lib/server/needs/seen-mark-store";
import { createLogger, errorFields } from "@/lib/server/observability/logger";
import { createMetrics } from "@/lib/server/observability/metrics";
import { createWarnHourly } from "@/lib/server/observability/warn-hourly";
import { createGrantOfRequest } from "@/lib/server/sign-in/grant-of-request";
import { createRedisRevocations } from "@/lib/server/sign-in/redis-revocations";
import { createSessionCookie } from "@/lib/server/sign-in/session-cookie";
import { createStoredRevocations } from "@/lib/server/sign-in/session-revocations";
import { createSignIn } from "@/lib/server/sign-in/sign-in";
import { signInGate } from "@/lib/server/sign-in/sign-in-gate";
import { createSignOut } from "@/lib/server/sign-in/sign-out";
import { createControlNotes } from "@/lib/server/control/control-notes";
import { createTaskControls } from "@/lib/server/control/control-task";
import { createFullTaskReader } from "@/lib/server/tasks/full-task-reader";
import { createReadAnswer } from "@/lib/server/tasks/read-answer";
import { createReadBoard } from "@/lib/server/tasks/read-board";
import { createReadFirstSnapshot } from "@/lib/server/tasks/read-first-snapshot";
import { createFullTexts } from "@/lib/server/tasks/read-full-texts";
import { createReadSessionTasks } from "@/lib/server/tasks/read-session-tasks";
import { createReadTaskList } from "@/lib/server/tasks/read-task-list";
import { createReadTaskSession } from "@/lib/server/tasks/read-task-session";
import { createReadUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import { TaskStore } from "@/lib/server/tasks/task-store";
import { watchTasks } from "@/lib/server/tasks/task-watch";
import { isUpstreamError } from "@/lib/server/upstream/errors";
import { connectNotifier } from "./connect-notifier";
import { connectShareLinks } from "./connect-share-links";
import { connectUpstream } from "./connect-upstream";
import { createReadiness } from "./readiness";
import { createReadStatus } from "./read-status";

/** Everything that lives as long as the process, joined. */
export type App = ReturnType<typeof createApp>;

/**
 * Makes all parts of the server once and hands each what it needs. `local` is the store of this process, `stopping`
 * aborts when the process is asked to stop; the clock is late-bound, as tests put another one in its place. An answer
 * for a share link is held for `longestSharedHoldMs` at most, if given.
 */
export function createApp(
  env: Env,
  local: LocalData,
  stopping: AbortSignal,
  { longestSharedHoldMs }: { longestSharedHoldMs?: number } = {},
) {
  const now = () => Date.now();
  const random = () => Math.random();
  const requestIds = new AsyncLocalStorage<string | null>();
  const log = createLogger(env.LOG_LEVEL, () => requestIds.getStore() ?? null);
  const warnHourly = createWarnHourly(log);
  /** What is done for everybody, such as by a clock, has no request as its cause. */
  const forAll = <T>(run: () => T) => requestIds.run(null, run);
  const later = (run: () => void, ms: number) => forAll(() => runLater(run, ms));
  const metrics = createMetrics({ version: VERSION, now, withProcess: env.METRICS_TOKEN !== null });
  const { onCache } = metrics;

  const upstream = connectUpstream({ env, log, warnHourly, metrics, later, now, random });
  const { queue, pause, gateway } = upstream;
  const assets = createAssetClient({
    baseUrl: env.BROWSER_USE_BASE_URL,
    assetHosts: env.ASSET_HOSTS,
  });

  const cluster = createCoordinator({ env, log, now, random });
  const store = new TaskStore({
    getTask: (taskId, before) => gateway.getTask(taskId, before),
    queue,
    pause,
    coordinate: cluster.coordinate,
    intervalMs: env.POLL_INTERVAL_MS,
    now,
    random,
    // A millisecond more: timers may end a little early by the clock that the policy reads.
    later: (run, ms) => later(run, Math.max(0, ms) + 1),
    onAnswer: metrics.onTaskCall,
    onCache,
    onFailure: (error, code) => {
      if (code === "internal") log.error(errorFields(error), "Reading a task failed");
      else if (code !== "task-not-found") {
        const reason = isUpstreamError(error) ? error.reason : null;
        warnHourly({ code, reason }, "The upstream fails");
      }
    },
  });
  const watch = watchTasks(store, env.POLL_INTERVAL_MS, stopping, forAll);
  const readUpstreamTask = createReadUpstreamTask(store);
  const readAnswer = createReadAnswer(store, watch, { onCache, onHeld: metrics.onHeld });
  const readFirstSnapshot = createReadFirstSnapshot(readAnswer, now);
  const fullTexts = createFullTexts(
    readUpstreamTask,
    createFullTaskReader({
      getFullTask: (taskId) => gateway.getFullTask(taskId),
      intervalMs: env.POLL_INTERVAL_MS,
      later,
      onCache,
    }),
  );
  const screenshots = createScreenshots(
    readUpstreamTask,
    { client: assets, gateway },
    { onPicture: metrics.onPicture, onCache },
  );

  const isOwnSecret = env.SESSION_SECRET.length > 0;
  const keys = deriveAllKeys(isOwnSecret ? env.SESSION_SECRET : [local.rootSecret()]);
  const redis = connectAccessRedis(env);
  const sessionCookie = createSessionCookie(env);
  const startedAt = now() - process.uptime() * 1000;
  const revocations =
    redis === null
      ? createStoredRevocations(local, startedAt)
      : createRedisRevocations(redis, startedAt);
  const gate = signInGate(redis);
  const signing = { env, keys: keys.session, cookie: sessionCookie, now };

  // The words for the seal are part of what is in Redis already.
  const sealed = JSON.stringify(["shares", env.BROWSER_USE_API_KEY, env.BROWSER_USE_BASE_URL]);
  const data =
    redis === null
      ? local
      : new RedisDataStore(redis.redis, redis.namespace, createSealer(sealed), now);
  const readTaskList = createReadTaskList(gateway, (taskId) => store.peek(taskId), onCache);
  const notifier = connectNotifier(
    { env, store, readTaskList, pause, data, redis, stopping, warnHourly, metrics },
    { now, random, later },
  );

  const readRedis = createReadRedis(redis?.redis ?? null, { now, random });
  const readiness = createReadiness({ env, stopping, readRedis, ...upstream });
  const readStatus = createReadStatus({
    env,
    now,
    readiness,
    readRedis,
    startedAt,
    version: VERSION,
    store,
    watch,
    readNotices: notifier.readNotices,
    ...upstream,
  });
  metrics.readFrom({
    isReady: async () => (await readiness()).ready,
    pauseLeftMs: () => Math.max(0, pause.pausedUntil - now()),
    isBreakerOpen: () => store.outage !== null,
    isKeyRefused: upstream.isKeyRefused,
    hasRedis: readRedis,
    tasksWatched: () => watch.size,
    watchers: () => watch.watchers,
    noticesWaiting: () => notifier.readNotices()?.waiting ?? null,
  });

  return {
    env,
    log,
    requestIds,
    metrics,
    readiness,
    readStatus,
    stopping,
    gateway,
    store,
    watch,

    readAnswer,
    readFirstSnapshot,
    readUpstreamTask,
    ...fullTexts,
    ...createTaskControls({
      control: gateway.control,
      readUpstreamTask,
      notes: createControlNotes(data, now, log),
      log,
      isAllowed: env.ALLOW_CONTROL,
    }),
    readBoard: createReadBoard(readFirstSnapshot, now, onCache),
    readTaskList,
    readSessionTasks: createReadSessionTasks(gateway, log, onCache),
    readTaskSession: createReadTaskSession(readUpstreamTask, gateway, onCache),

    screenshots,
    readChanges: createReadChanges({
      readUpstreamTask,
      screenshots,
      makeGrid: createMakeGrid(),
      onCache,
    }),
    answerDownload: createAnswerDownload({ readUpstreamTask, gateway, client: assets, now }),
    answerRecording: createAnswerRecording({ readUpstreamTask, gateway, client: assets, now }),

    sessionCookie,
    grantOfRequest: createGrantOfRequest({ ...signing, revocations }),
    signIn: createSignIn({ ...signing, gate, log, warnHourly, onSignIn: metrics.onSignIn }),
    signOut: createSignOut({ revocations, cookie: sessionCookie, log, now }),

    seenMarks: new SeenMarkStore(data, now),

    ...connectShareLinks({
      env,
      keys: keys.share,
      data,
      kept: {
        hasKeptLinks: redis !== null || local.isKept,
        hasKeptKeys: isOwnSecret || (redis === null && local.isKept),
      },
      readAnswer,
      readFirstSnapshot,
      fullTexts,
      metrics,
      now,
      longestHoldMs: longestSharedHoldMs,
    }),

    /** Ends the connections that would keep a process alive. */
    close: () => {
      notifier.close();
      cluster.close();
      redis?.redis.disconnect();
      local.close();
    },
  };
}

/** Runs something in so many milliseconds; gives the way to call it off. Keeps no process alive. */
function runLater(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms).unref();
  return () => {
    clearTimeout(timer);
  };
}
