import "server-only";
import { randomUUID } from "node:crypto";
import type { SharedCache } from "./shared-cache";

/** A lock whose holder died is free after this time, in milliseconds. */
const LOCK_MS = 3000;
const EXTEND_MS = 1000;

/** Locks of this instance, each known by a token that nobody else has. */
export class LeaseKeeper {
  constructor(private readonly cache: SharedCache) {}

  /** Takes the lock of a name: its token, or `null` while somebody else has it. Throws when the cache does. */
  async take(name: string): Promise<string | null> {
    const token = randomUUID();
    return (await this.cache.take(name, token, LOCK_MS)) ? token : null;
  }

  /** Holds on to a lock for as long as a call takes. Gives the way to stop. Never throws. */
  keep(name: string, token: string): () => void {
    const timer = setInterval(() => {
      this.cache.extend(name, token, LOCK_MS).catch(() => undefined);
    }, EXTEND_MS);
    timer.unref();
    return () => {
      clearInterval(timer);
    };
  }

  /** Gives a lock back; one that cannot be given back ends by itself. Never throws. */
  release(name: string, token: string): void {
    this.cache.release(name, token).catch(() => undefined);
  }
}
