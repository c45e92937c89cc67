// @ts-check
import { hasRedis, startOwnRedis } from "../../scripts/own-redis.mjs";
import { emulatorControl } from "../emulator-control.mjs";
import { startEmulator, startProduct } from "../servers.mjs";
import { cookieHeader, createClient } from "./client.mjs";

export const PASSWORD = "correct horse battery staple";
const METRICS_TOKEN = "a-token-of-the-soak-of-more-than-32-characters";
const INTERVAL_MS = 1000;

/**
 * Starts what the run is about: product, emulator and Redis, each a process of its own, and signs in. Without a
 * redis-server there is none, and no outage of it.
 * @param {import("./journal.mjs").Journal} journal
 */
export async function startStage(journal) {
  const startedAt = new Date().toISOString();
  const redis = hasRedis ? await startOwnRedis({ remembers: true }) : null;
  let emulator = await startEmulator({ startedAt });
  const { port } = new URL(emulator.origin);
  let inspector = "";
  const product = await startProduct(emulator, INTERVAL_MS, {
    settings: {
      ACCESS_PASSWORD: PASSWORD,
      SESSION_SECRET: "a-secret-of-the-soak-of-more-than-32-characters",
      METRICS_TOKEN,
      LOG_LEVEL: "warn",
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
    },
    // Garbage is collected before memory is read, or it would be most of what is read.
    flags: ["--inspect=127.0.0.1:0"],
    onLine: (line, stream) => {
      inspector = /listening on (ws:\S+)/.exec(line)?.[1] ?? inspector;
      journal.line(line, stream);
    },
  });
  const stop = async () => {
    await product.stop();
    await emulator.stop("SIGKILL");
    await redis?.stop();
  };
  const session = await signIn(product.origin);
  if (session === null) {
    await stop();
    throw new Error("Nobody could sign in.");
  }
  return {
    product,
    redis,
    inspector,
    session,
    control: emulatorControl(emulator),
    metricsHeader: { authorization: `Bearer ${METRICS_TOKEN}`, connection: "close" },
    /** Ends the upstream in the middle of everything; its samples go on as if it had been there. */
    restartEmulator: async () => {
      await emulator.stop("SIGKILL");
      emulator = await startEmulator({ port, startedAt });
    },
    stop,
  };
}

/** @typedef {Awaited<ReturnType<typeof startStage>>} Stage */

/** @param {string} origin */
async function signIn(origin) {
  const client = createClient(origin);
  const body = { password: PASSWORD };
  const { status, cookies } = await client.ask("/api/session", { method: "POST", body });
  client.close();
  return status === 200 ? cookieHeader(cookies) : null;
}
