import "server-only";
import type { Redis } from "ioredis";
import { firstConnection } from "@/lib/server/cluster/redis-client";
import type { Sealer } from "@/lib/server/cluster/sealer";
import type { DataRecord, DataStore } from "./data-store";

/** Longer than any record is kept, in milliseconds. */
const LIST_KEPT_MS = 31 * 86_400_000;

/**
 * A store in Redis: one for all instances, which outlives them. Its keys begin with `namespace`, its values are
 * sealed; anything that was not sealed for its place is not a record.
 */
export class RedisDataStore implements DataStore {
  private readonly started: Promise<void>;

  constructor(
    private readonly redis: Redis,
    private readonly namespace: string,
    private readonly sealer: Sealer,
    private readonly now: () => number,
  ) {
    this.started = firstConnection(redis);
  }

  async put({ kind, id, group, value, until }: DataRecord) {
    await this.started;
    const sealed = await this.sealer.seal(nameOf(kind, id), value);
    if (sealed === null) throw new Error("A record is too large to be kept");
    const now = this.now();
    const ms = Math.max(1, Math.ceil(until - now));
    const ids = this.idsKey(kind, group);
    const answers = await this.redis
      .multi()
      .set(this.key(kind, id), sealed, "PX", ms)
      .zremrangebyscore(ids, "-inf", now)
      .zadd(ids, now + ms, id)
      .pexpire(ids, LIST_KEPT_MS)
      .exec();
    const failed = answers === null ? new Error("Redis took nothing") : firstError(answers);
    if (failed !== null) throw failed;
  }

  async get(kind: string, id: string) {
    await this.started;
    return this.open(kind, id, await this.redis.getBuffer(this.key(kind, id)));
  }

  async list(kind: string, group: string) {
    await this.started;
    const ids = await this.redis.zrange(this.idsKey(kind, group), 0, -1);
    if (ids.length === 0) return [];
    const values = await this.redis.mgetBuffer(ids.map((id) => this.key(kind, id)));
    const opened = ids.map(async (id, index) => {
      const value = await this.open(kind, id, values[index] ?? null);
      return value === null ? [] : [{ id, value }];
    });
    return (await Promise.all(opened)).flat();
  }

  async remove({ kind, id, group }: { kind: string; id: string; group: string }) {
    await this.started;
    const isGone = (await this.redis.del(this.key(kind, id))) === 1;
    await this.redis.zrem(this.idsKey(kind, group), id);
    return isGone;
  }

  private async open(kind: string, id: string, sealed: Buffer | null): Promise<string | null> {
    return sealed === null ? null : this.sealer.open(nameOf(kind, id), sealed);
  }

  private key(kind: string, id: string): string {
    return `${this.namespace}:${nameOf(kind, id)}`;
  }

  private idsKey(kind: string, group: string): string {
    return `${this.namespace}:${kind}s-of:${group}`;
  }
}

function nameOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

function firstError(answers: readonly (readonly [Error | null, unknown])[]): Error | null {
  return answers.find(([error]) => error !== null)?.[0] ?? null;
}
