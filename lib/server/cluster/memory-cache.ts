import "server-only";
import { KEEP_MS, versionOf, type SharedCache } from "./shared-cache";

type Ending<T> = { value: T; until: number };

/** A shared cache within one process: the reference for what a shared cache does, and for tests. */
export class MemoryCache implements SharedCache {
  private readonly values = new Map<string, Ending<Buffer>>();
  private readonly locks = new Map<string, Ending<string>>();
  private readonly cooldowns = new Map<"all", Ending<Buffer>>();
  private readonly seenAt = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  look(name: string) {
    const kept = this.current(this.values, name);
    const cooldown = this.current(this.cooldowns, "all");
    return Promise.resolve({
      version: kept === null ? null : versionOf(kept.value),
      ageMs: kept === null ? null : this.ageOf(kept),
      isLocked: this.current(this.locks, name) !== null,
      cooldown:
        cooldown === null ? null : { value: cooldown.value, leftMs: cooldown.until - this.now() },
    });
  }

  read(name: string) {
    const kept = this.current(this.values, name);
    return Promise.resolve(kept === null ? null : { value: kept.value, ageMs: this.ageOf(kept) });
  }

  take(name: string, token: string, ms: number) {
    const isFree = this.current(this.locks, name) === null;
    if (isFree) this.locks.set(name, { value: token, until: this.now() + ms });
    return Promise.resolve(isFree);
  }

  extend(name: string, token: string, ms: number) {
    const isOurs = this.current(this.locks, name)?.value === token;
    if (isOurs) this.locks.set(name, { value: token, until: this.now() + ms });
    return Promise.resolve(isOurs);
  }

  write(name: string, token: string, value: Buffer) {
    const isOurs = this.current(this.locks, name)?.value === token;
    if (isOurs) {
      this.locks.delete(name);
      this.values.set(name, { value, until: this.now() + KEEP_MS });
    }
    return Promise.resolve(isOurs);
  }

  release(name: string, token: string) {
    if (this.current(this.locks, name)?.value === token) this.locks.delete(name);
    return Promise.resolve();
  }

  startCooldown(value: Buffer, ms: number) {
    this.cooldowns.set("all", { value, until: this.now() + ms });
    return Promise.resolve();
  }

  countInstances(id: string, windowMs: number) {
    this.seenAt.set(id, this.now());
    for (const [other, at] of this.seenAt) {
      if (at <= this.now() - windowMs) this.seenAt.delete(other);
    }
    return Promise.resolve(this.seenAt.size);
  }

  close() {
    // There is nothing to let go of.
  }

  private current<K, T>(entries: Map<K, Ending<T>>, key: K): Ending<T> | null {
    const entry = entries.get(key);
    return entry === undefined || entry.until <= this.now() ? null : entry;
  }

  private ageOf(kept: Ending<Buffer>): number {
    return KEEP_MS - (kept.until - this.now());
  }
}
