import "server-only";
import { randomUUID } from "node:crypto";
import type { SharedCache } from "./shared-cache";
import { NotCalled } from "@/lib/server/upstream/call-queue";
import type { LeaseKeeper } from "./lease";
import { isNews, decideUse, type Asking } from "./record-policy";
import type { RecordStore, StoredRecord } from "./record-store";
import type { CoordinatedRequest } from "@/lib/server/upstream/fetch-coordinator";
import type { ClusterRecord } from "./cluster-record";

/** Longer than any call of another instance: whoever holds the lock longer is none of ours. */
const LONGEST_WAIT_MS = 20_000;
/** Somebody with nothing to show gets an older answer after this time. */
const PATIENCE_MS = 500;
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 200;

/** What came of asking the others: their record, or the lock to make the call for all, and the record before it. */
export type Lease =
  | { role: "follower"; record: ClusterRecord; ageMs: number }
  | { role: "leader"; token: string; before: StoredRecord | null };

type LeaseParts = {
  cache: SharedCache;
  records: RecordStore;
  locks: LeaseKeeper;
  now: () => number;
  random: () => number;
};

/**
 * Finds out who reads a task: hands over what another instance read, waits for the one that is reading, or
 * takes the lock. Throws `NotCalled` when nothing is due, and what the cache throws.
 */
export async function acquireLease(parts: LeaseParts, request: CoordinatedRequest): Promise<Lease> {
  const { cache, records, locks, now } = parts;
  const { taskId } = request;
  const name = records.nameOf(taskId);
  const startedAt = now();
  let token: string | null = null;
  try {
    for (let looks = 0; ; looks += 1) {
      const peek = await cache.look(name);
      const cooldownLeftMs = await records.cooldownLeftMs(peek);
      if (cooldownLeftMs > 0) throw new NotCalled("The upstream asked for a pause", cooldownLeftMs);
      const found = await records.find(taskId, peek);
      const asking = { ...request, waitedMs: now() - startedAt };
      const record = found === null ? null : await recordFor(found, asking);
      if (found !== null && record !== null) {
        if (token !== null) locks.release(name, token);
        return { role: "follower", record, ageMs: found.ageMs };
      }
      if (token !== null) return { role: "leader", token, before: found };
      if (asking.waitedMs > LONGEST_WAIT_MS) {
        return { role: "leader", token: randomUUID(), before: found };
      }
      // With the lock, one more look: somebody may have answered in between.
      if (looks === 0 || !peek.isLocked) token = await locks.take(name);
      if (token === null) await pause(looks, parts.random());
    }
  } catch (error) {
    if (token !== null) locks.release(name, token);
    throw error;
  }
}

/** The content of a record if it is to be handed over now. */
async function recordFor(found: StoredRecord, asking: Asking): Promise<ClusterRecord | null> {
  const use = decideUse(found, asking);
  if (use === "hand-over") return found.read();
  if (use === "nothing-newer") throw new NotCalled("There is nothing newer yet");
  const isLate = asking.waitedMs > PATIENCE_MS && asking.knownAgeMs === null;
  const isOfUse = found.facts.failuresInARow === 0 && isNews(found, asking);
  return isLate && isOfUse ? found.read() : null;
}

function pause(looks: number, jitter: number): Promise<void> {
  const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 1.5 ** looks) * (0.5 + jitter);
  return new Promise((resolve) => setTimeout(resolve, ms));
}
