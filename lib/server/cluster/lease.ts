import "server-only";
import { randomUUID } from "node:crypto";
import { CLUSTER_TIMES, type ClusterTimes } from "./cluster-times";
import type { SharedCache } from "./shared-cache";

/** Locks of this instance, each known by a token that nobody else has. */
export class LeaseKeeper {
  constructor(
    private readonly cache: SharedCache,
    private readonly times: ClusterTimes = CLUSTER_TIMES,
  ) {}

  /** Takes the lock of a name: its token, or `null` while somebody else has it. Throws when the cache does. */
  async take(name: string): Promise<string | null> {
    const token = randomUUID();
    return (await this.cache.take(name, token, this.times.lockMs)) ? token : null;
  }

  /** Holds on to a lock for as long as a call takes. Gives the way to stop. Never throws. */
  keep(name: string, token: string): () => void {
    const { lockMs } = this.times;
    const timer = setInterval(() => {
      this.cache.extend(name, token, lockMs).catch(() => undefined);
    }, lockMs / 3);
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
