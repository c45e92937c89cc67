import "server-only";
import { createAssetClient } from "@/lib/server/assets/asset-client";
import { connectAccessRedis } from "@/lib/server/cluster/access-redis";
import { createCoordinator } from "@/lib/server/cluster/create-coordinator";
import { createSealer } from "@/lib/server/cluster/sealer";
import { deriveAllKeys } from "@/lib/server/config/derive-key";
import type { Env } from "@/lib/server/config/env";
import type { LocalData } from "@/lib/server/data/data-store";
import { RedisDataStore } from "@/lib/server/data/redis-data-store";
import { createAnswerDownload } from "@/lib/server/files/answer-download";
import { createScreenshots } from "@/lib/server/media/read-screenshot";
import { createLogger, errorFields } from "@/lib/server/observability/logger";
import { createWarnHourly } from "@/lib/server/observability/warn-hourly";
import { createDownloadWait } from "@/lib/server/share-links/download-limit";
import { createShareOpener } from "@/lib/server/share-links/open-share";
import { createReadFirstShared } from "@/lib/server/share-links/read-first-shared";
import { createReadSharedAnswer } from "@/lib/server/share-links/read-shared-answer";
import { createSharedTexts } from "@/lib/server/share-links/read-shared-texts";
import { createShareCookies } from "@/lib/server/share-links/share-cookie";
import { createShareLinkDesk, shareDurability } from "@/lib/server/share-links/share-links";
import { ShareLinkStore } from "@/lib/server/share-links/share-link-store";
import { ShareLookup } from "@/lib/server/share-links/share-lookup";
import { createGrantOfRequest } from "@/lib/server/sign-in/grant-of-request";
import { createRedisRevocations } from "@/lib/server/sign-in/redis-revocations";
import { createSessionCookie } from "@/lib/server/sign-in/session-cookie";
import { createStoredRevocations } from "@/lib/server/sign-in/session-revocations";
import { createSignIn } from "@/lib/server/sign-in/sign-in";
import { signInGate } from "@/lib/server/sign-in/sign-in-gate";
import { createSignOut } from "@/lib/server/sign-in/sign-out";
import { createFullTaskReader } from "@/lib/server/tasks/full-task-reader";
import { createReadAnswer } from "@/lib/server/tasks/read-answer";
import { createReadBoard } from "@/lib/server/tasks/read-board";
import { createReadFirstSnapshot } from "@/lib/server/tasks/read-first-snapshot";
import { createFullTexts } from "@/lib/server/tasks/read-full-texts";
import { createReadSessionTasks } from "@/lib/server/tasks/read-session-tasks";
import { createReadTaskList } from "@/lib/server/tasks/read-task-list";
import { createReadUpstreamTask } from "@/lib/server/tasks/read-upstream-task";
import { TaskStore } from "@/lib/server/tasks/task-store";
import { watchTasks } from "@/lib/server/tasks/task-watch";
import { CallQueue } from "@/lib/server/upstream/call-queue";
import { connectGateway } from "@/lib/server/upstream/connect-gateway";
import { isUpstreamError } from "@/lib/server/upstream/errors";
import { UpstreamPause } from "@/lib/server/upstream/upstream-pause";

/** Calls with the key that may be out at once, and that may wait for their turn. */
const MOST_CALLS = 16;
const MOST_WAITING = 1000;

/** Everything that lives as long as the process, joined. */
export type App = ReturnType<typeof createApp>;

/**
 * Makes all parts of the server once and hands each what it needs. `local` is the store of this process, `stopping`
 * aborts when the process is asked to stop; the clock is late-bound, as tests put another one in its place.
 */
export function createApp(env: Env, local: LocalData, stopping: AbortSignal) {
  const now = () => Date.now();
  const random = () => Math.random();
  const log = createLogger(env.LOG_LEVEL);
  const warnHourly = createWarnHourly(log);

  const queue = new CallQueue(MOST_CALLS, MOST_WAITING);
  const pause = new UpstreamPause(random);
  const gateway = connectGateway({ env, queue, pause, now, warn: warnHourly });
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
    later: (run, ms) => runLater(run, Math.max(0, ms) + 1),
    onFailure: (error, code) => {
      if (code === "internal") log.error(errorFields(error), "Reading a task failed");
      else if (code !== "task-not-found") {
        const reason = isUpstreamError(error) ? error.reason : null;
        warnHourly({ code, reason }, "The upstream fails");
      }
    },
  });
  const watch = watchTasks(store, env.POLL_INTERVAL_MS, stopping);
  const readUpstreamTask = createReadUpstreamTask(store);
  const readAnswer = createReadAnswer(store, watch);
  const readFirstSnapshot = createReadFirstSnapshot(readAnswer, now);
  const fullTexts = createFullTexts(
    readUpstreamTask,
    createFullTaskReader({
      getFullTask: (taskId) => gateway.getFullTask(taskId),
      intervalMs: env.POLL_INTERVAL_MS,
      later: runLater,
    }),
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

  // The words for the seal are part of what is in Redis already.
  const sealed = JSON.stringify(["shares", env.BROWSER_USE_API_KEY, env.BROWSER_USE_BASE_URL]);
  const data =
    redis === null
      ? local
      : new RedisDataStore(redis.redis, redis.namespace, createSealer(sealed), now);
  const linkStore = new ShareLinkStore(data, now);
  const lookup = new ShareLookup(linkStore, now);
  const durability = shareDurability({
    hasKeptLinks: redis !== null || local.isKept,
    hasKeptKeys: isOwnSecret || (redis === null && local.isKept),
  });
  const shareCookies = createShareCookies(env);
  const readSharedAnswer = createReadSharedAnswer(readAnswer);

  return {
    env,
    log,
    stopping,
    gateway,
    store,
    watch,

    readAnswer,
    readFirstSnapshot,
    readUpstreamTask,
    ...fullTexts,
    readBoard: createReadBoard(readFirstSnapshot, now),
    readTaskList: createReadTaskList(gateway),
    readSessionTasks: createReadSessionTasks(gateway, log),

    screenshots: createScreenshots(readUpstreamTask, assets),
    answerDownload: createAnswerDownload({ readUpstreamTask, gateway, client: assets, now }),

    sessionCookie,
    grantOfRequest: createGrantOfRequest({
      env,
      keys: keys.session,
      cookie: sessionCookie,
      revocations,
      now,
    }),
    signIn: createSignIn({
      env,
      keys: keys.session,
      gate,
      cookie: sessionCookie,
      log,
      warnHourly,
      now,
    }),
    signOut: createSignOut({ revocations, cookie: sessionCookie, log, now }),

    shareCookies,
    shareLinks: createShareLinkDesk({
      env,
      keys: keys.share,
      store: linkStore,
      lookup,
      durability,
      now,
    }),
    openShare: createShareOpener({ keys: keys.share, lookup, cookies: shareCookies, now }),
    readSharedAnswer,
    readFirstShared: createReadFirstShared(readFirstSnapshot, readSharedAnswer, now),
    ...createSharedTexts(fullTexts),
    downloadWait: createDownloadWait(),

    /** Ends the connections that would keep a process alive. */
    close: () => {
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
