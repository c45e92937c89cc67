import "server-only";
import { once } from "node:events";
import type { AccessRedis } from "@/lib/server/cluster/access-redis";
import type { KnownRevocations } from "./check-session";
import type { SessionRevocations } from "./session-revocations";
import { SESSION_SECONDS } from "./session-token";

/** Every instance reads again when what it knows is older, in milliseconds; so soon it knows what another did. */
const READ_EVERY_MS = 5000;
/** What was read counts as complete for so long: ten seconds of an outage that begins just before the next reading. */
const GOOD_FOR_MS = READ_EVERY_MS + 10_000;
const CONNECT_MS = 1000;

/**
 * Revocations that instances share. It never throws: while Redis is away, nothing is known to be complete, and what was
 * ended here meanwhile is told as soon as it answers. `startedAt` is epoch milliseconds.
 */
export function createRedisRevocations(
  { redis, namespace }: AccessRedis,
  startedAt: number,
): SessionRevocations {
  const beforeKey = `${namespace}:sessions:before`;
  const endedKey = `${namespace}:sessions:ended`;
  /** What was ended here: session ids with the time until which that matters. */
  const endedHere = new Map<string, number>();
  const untold = new Set<string>();
  let untoldBefore: number | null = null;
  let known: KnownRevocations = {
    revocations: { before: 0, ended: new Set() },
    goodUntil: 0,
    since: startedAt,
  };
  let triedAt = 0;
  let hasFailed = false;
  let reading: Promise<void> | null = null;

  const know = (before: number, ended: Iterable<string>) => ({
    before: Math.max(before, known.revocations.before),
    ended: new Set([...ended, ...endedHere.keys()]),
  });

  /** Rejects when Redis did not take all of it. */
  const tell = async (now: number) => {
    for (const [id, until] of endedHere) {
      if (until >= now) continue;
      endedHere.delete(id);
      untold.delete(id);
    }
    if (untoldBefore === null && untold.size === 0) return;
    const ids = [...untold];
    const before = untoldBefore;
    const commands = redis.multi().zremrangebyscore(endedKey, "-inf", now);
    for (const id of ids) commands.zadd(endedKey, endedHere.get(id) ?? now, id);
    commands.expire(endedKey, SESSION_SECONDS);
    if (before !== null) commands.set(beforeKey, String(before), "EX", SESSION_SECONDS + 60);
    const answers = await commands.exec();
    if (answers?.every(([error]) => error === null) !== true) throw new Error("Redis took nothing");
    for (const id of ids) untold.delete(id);
    if (untoldBefore === before) untoldBefore = null;
  };

  const readNow = async (now: number) => {
    // The first question comes before the connection.
    if (redis.status !== "ready") await once(redis, "ready", soon());
    await tell(now);
    const [before, ended] = await Promise.all([
      redis.get(beforeKey),
      redis.zrangebyscore(endedKey, now, "+inf"),
    ]);
    const revocations = know(Number(before ?? 0), ended);
    known = { revocations, goodUntil: now + GOOD_FOR_MS, since: now };
  };

  const refresh = (now: number) => {
    triedAt = now;
    reading = readNow(now)
      .then(
        () => false,
        () => true,
      )
      .then((failed) => {
        hasFailed = failed;
        reading = null;
      });
  };

  const isTold = (now: number): Promise<boolean> =>
    tell(now).then(
      () => true,
      () => false,
    );

  // Nobody may ask for anything here for a long time.
  redis.on("ready", () => {
    void isTold(Date.now());
    // What a short outage left unread is read with the next question, before it counts as incomplete.
    if (hasFailed) triedAt = 0;
  });

  return {
    read: async (now) => {
      if (reading === null && now - triedAt >= READ_EVERY_MS) refresh(now);
      // A Redis that did not answer last time keeps nobody waiting, unless it is connected again.
      if (!hasFailed || redis.status === "ready") await reading;
      return known;
    },
    end: (session, now) => {
      endedHere.set(session.id, now + SESSION_SECONDS * 1000);
      untold.add(session.id);
      known = { ...known, revocations: know(0, known.revocations.ended) };
      return isTold(now);
    },
    endAll: (now) => {
      untoldBefore = now / 1000;
      known = { ...known, revocations: know(untoldBefore, known.revocations.ended) };
      return isTold(now);
    },
  };
}

const soon = () => ({ signal: AbortSignal.timeout(CONNECT_MS) });
