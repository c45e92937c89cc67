import "server-only";
import { once } from "node:events";
import type { AccessRedis } from "./access-redis";
import type { KnownRevocations } from "./revocations";
import type { SessionRegister } from "./session-register";
import { SESSION_SECONDS } from "./session-token";

/** Every instance reads again when what it knows is older, in milliseconds; so soon it knows what another did. */
const READ_EVERY_MS = 5000;
/** What was read counts as complete for so long. */
const GOOD_FOR_MS = 10_000;
const CONNECT_MS = 1000;

/** A register that instances share. It never throws: while Redis is away, nothing is known to be complete. */
export function createRedisRegister(
  { redis, namespace }: AccessRedis,
  startedAt: number,
): SessionRegister {
  const beforeKey = `${namespace}:sessions:before`;
  const endedKey = `${namespace}:sessions:ended`;
  let known: KnownRevocations = {
    revocations: { before: 0, ended: new Set() },
    goodUntil: 0,
    since: startedAt,
  };
  let triedAt = 0;
  let reading: Promise<void> | null = null;

  const readNow = async (now: number) => {
    // The first question comes before the connection.
    if (redis.status !== "ready") await once(redis, "ready", soon());
    const [before, ended] = await Promise.all([
      redis.get(beforeKey),
      redis.zrangebyscore(endedKey, now, "+inf"),
    ]);
    const revocations = {
      // Told before this answer was on its way: an older one does not take it back.
      before: Math.max(Number(before ?? 0), known.revocations.before),
      ended: new Set([...known.revocations.ended, ...ended]),
    };
    known = { revocations, goodUntil: now + GOOD_FOR_MS, since: now };
  };

  const refresh = (now: number) => {
    triedAt = now;
    reading = readNow(now)
      .catch(() => undefined)
      .finally(() => {
        reading = null;
      });
  };

  return {
    read: async (now) => {
      if (reading === null && now - triedAt >= READ_EVERY_MS) refresh(now);
      await reading;
      return known;
    },
    end: (session, now) => {
      const { revocations } = known;
      const ended = new Set([...revocations.ended, session.id]);
      known = { ...known, revocations: { ...revocations, ended } };
      const until = now + SESSION_SECONDS * 1000;
      return told(
        redis
          .multi()
          .zremrangebyscore(endedKey, "-inf", now)
          .zadd(endedKey, until, session.id)
          .pexpireat(endedKey, until)
          .exec(),
      );
    },
    endAll: (now) => {
      const before = now / 1000;
      known = { ...known, revocations: { ...known.revocations, before } };
      return told(redis.set(beforeKey, String(before), "EX", SESSION_SECONDS + 60));
    },
  };
}

const soon = () => ({ signal: AbortSignal.timeout(CONNECT_MS) });

function told(command: Promise<unknown>): Promise<boolean> {
  return command.then(
    () => true,
    () => false,
  );
}
