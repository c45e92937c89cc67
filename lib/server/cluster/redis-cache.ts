import "server-only";
import type { Redis } from "ioredis";
import { CLUSTER_TIMES, type ClusterTimes } from "./cluster-times";
import { firstConnection, inTime, TooLate } from "./redis-client";
import { LARGEST_SEALED_BYTES } from "./sealer";
import { COUNT, EXTEND, LOOK, READ, RELEASE, TAKE, WRITE } from "./redis-scripts";
import {
  KEEP_MS,
  LONGEST_COOLDOWN_MS,
  VERSION_BYTES,
  versionOf,
  type Peek,
  type SharedCache,
} from "./shared-cache";

const LARGEST_HOLD_BYTES = 256;

/** A shared cache in Redis. Its keys begin with `namespace`. */
export class RedisCache implements SharedCache {
  private readonly started: Promise<void>;
  private answeredAt = Date.now();

  constructor(
    private readonly redis: Redis,
    private readonly namespace: string,
    private readonly times: ClusterTimes = CLUSTER_TIMES,
  ) {
    this.started = firstConnection(redis);
  }

  async look(name: string): Promise<Peek> {
    const keys = [this.value(name), this.lock(name), this.key("hold")];
    const [head, ttl, lockTtl, cooldown, cooldownTtl] = listOf(
      await this.run(LOOK, keys, [VERSION_BYTES, LARGEST_HOLD_BYTES]),
    );
    const ageMs = Buffer.isBuffer(head) && head.length > 0 ? ageOf(ttl) : null;
    return {
      version: ageMs !== null && Buffer.isBuffer(head) ? versionOf(head) : null,
      ageMs,
      isLocked: typeof lockTtl === "number" && lockTtl > 0,
      cooldown: cooldownOf(cooldown, cooldownTtl),
    };
  }

  async read(name: string) {
    const [value, ttl] = listOf(await this.run(READ, [this.value(name)], [LARGEST_SEALED_BYTES]));
    const ageMs = ageOf(ttl);
    return Buffer.isBuffer(value) && ageMs !== null ? { value, ageMs } : null;
  }

  async take(name: string, token: string, ms: number) {
    return (await this.run(TAKE, [this.lock(name)], [token, ms])) === 1;
  }

  async extend(name: string, token: string, ms: number) {
    return (await this.run(EXTEND, [this.lock(name)], [token, ms])) === 1;
  }

  async write(name: string, token: string, value: Buffer) {
    const keys = [this.lock(name), this.value(name)];
    return (await this.run(WRITE, keys, [token, value, KEEP_MS])) === 1;
  }

  async release(name: string, token: string) {
    await this.run(RELEASE, [this.lock(name)], [token]);
  }

  async startCooldown(value: Buffer, ms: number) {
    await this.command(() => this.redis.set(this.key("hold"), value, "PX", Math.ceil(ms)));
  }

  async countInstances(id: string, windowMs: number) {
    const count = await this.run(COUNT, [this.key("instances")], [id, windowMs]);
    return typeof count === "number" ? count : 1;
  }

  close() {
    this.redis.disconnect();
  }

  private run(script: string, keys: string[], args: (string | number | Buffer)[]) {
    return this.command(() => this.redis.callBuffer("eval", script, keys.length, ...keys, ...args));
  }

  private async command<T>(send: () => Promise<T>): Promise<T> {
    const { commandMs, silenceMs } = this.times;
    await this.started;
    try {
      const answer = await inTime(send(), commandMs);
      this.answeredAt = Date.now();
      return answer;
    } catch (error) {
      // The other side may be gone without a word; only a new connection finds out.
      const isSilent = error instanceof TooLate && Date.now() - this.answeredAt > silenceMs;
      if (isSilent && this.redis.status === "ready") this.redis.disconnect(true);
      throw error;
    }
  }

  private key(name: string): string {
    return `${this.namespace}:${name}`;
  }

  private value(name: string): string {
    return this.key(name);
  }

  private lock(name: string): string {
    return this.key(`lock:${name}`);
  }
}

function listOf(answer: unknown): unknown[] {
  return Array.isArray(answer) ? answer : [];
}

/** The age of a value by the time it has left; `null` for one that is not there or was not written by us. */
function ageOf(ttl: unknown): number | null {
  return typeof ttl === "number" && ttl >= 0 && ttl <= KEEP_MS ? KEEP_MS - ttl : null;
}

function cooldownOf(value: unknown, ttl: unknown): Peek["cooldown"] {
  const isHeld = typeof ttl === "number" && ttl > 0 && ttl <= LONGEST_COOLDOWN_MS;
  return isHeld && Buffer.isBuffer(value) ? { value, leftMs: ttl } : null;
}
