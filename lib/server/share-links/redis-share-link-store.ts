import "server-only";
import type { Redis } from "ioredis";
import { firstConnection } from "@/lib/server/cluster/redis-client";
import type { Sealer } from "@/lib/server/cluster/sealer";
import {
  current,
  keepMs,
  parseRecord,
  type ShareRecord,
  type ShareLinkStore,
} from "./share-link-store";

/** Longer than any link works, in milliseconds. */
const LIST_KEPT_MS = 31 * 86_400_000;

/**
 * The store in Redis: one for all instances, which outlives them. Its keys begin with `namespace`, its values are
 * sealed; anything that was not sealed for its place is not a record.
 */
export class RedisShareLinkStore implements ShareLinkStore {
  private readonly started: Promise<void>;

  constructor(
    private readonly redis: Redis,
    private readonly namespace: string,
    private readonly sealer: Sealer,
    private readonly now: () => number = Date.now,
  ) {
    this.started = firstConnection(redis);
  }

  async add(record: ShareRecord) {
    await this.started;
    const sealed = await this.sealer.seal(nameOf(record.id), JSON.stringify(record));
    if (sealed === null) throw new Error("A record is too large to be kept");
    const now = this.now();
    const ms = Math.ceil(keepMs(record, now));
    const ids = this.idsKey(record.taskId);
    const answers = await this.redis
      .multi()
      .set(this.key(record.id), sealed, "PX", ms)
      .zremrangebyscore(ids, "-inf", now)
      .zadd(ids, now + ms, record.id)
      .pexpire(ids, LIST_KEPT_MS)
      .exec();
    const failed = answers === null ? new Error("Redis took nothing") : firstError(answers);
    if (failed !== null) throw failed;
  }

  async find(id: string) {
    await this.started;
    return this.open(id, await this.redis.getBuffer(this.key(id)));
  }

  async list(taskId: string) {
    await this.started;
    const ids = await this.redis.zrange(this.idsKey(taskId), 0, -1);
    if (ids.length === 0) return [];
    const values = await this.redis.mgetBuffer(ids.map((id) => this.key(id)));
    const opened = await Promise.all(ids.map((id, index) => this.open(id, values[index] ?? null)));
    const own = opened.filter((record) => record?.taskId === taskId);
    return current(
      own.filter((record) => record !== null),
      this.now(),
    );
  }

  async revoke(taskId: string, id: string) {
    const record = await this.find(id);
    if (record?.taskId !== taskId) return false;
    const isGone = (await this.redis.del(this.key(id))) === 1;
    await this.redis.zrem(this.idsKey(taskId), id);
    return isGone;
  }

  private async open(id: string, sealed: Buffer | null): Promise<ShareRecord | null> {
    const text = sealed === null ? null : await this.sealer.open(nameOf(id), sealed);
    const record = text === null ? null : parseRecord(text);
    return record?.id === id ? record : null;
  }

  private key(id: string): string {
    return `${this.namespace}:${nameOf(id)}`;
  }

  private idsKey(taskId: string): string {
    return `${this.namespace}:shares-of:${taskId}`;
  }
}

function nameOf(id: string): string {
  return `share:${id}`;
}

function firstError(answers: readonly (readonly [Error | null, unknown])[]): Error | null {
  return answers.find(([error]) => error !== null)?.[0] ?? null;
}
