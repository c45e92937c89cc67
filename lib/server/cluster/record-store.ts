import "server-only";
import { LRUCache } from "lru-cache";
import type { Sealer } from "./sealer";
import { LONGEST_COOLDOWN_MS, versionOf, type Peek, type SharedCache } from "./shared-cache";
import { factsOf, type FoundRecord, type RecordFacts } from "./record-policy";
import { decodeRecord, encodeRecord, type ClusterRecord } from "./cluster-record";

const MOST_TASKS = 10_000;

/** A record in the cache. `read` gives its content; `null` when it is no longer there. */
export type StoredRecord = FoundRecord & {
  read: () => Promise<ClusterRecord | null>;
};

/** `facts: null`: what is stored there is not a record of ours. */
type Known = {
  version: string;
  facts: RecordFacts | null;
  /** When its call began, by the clock of this instance: a store counts its interval from the same moment. */
  askedAt: number;
  wasHandedOver: boolean;
};

/** The records in a shared cache: sealed there, checked here, and each read only once by an instance. */
export class RecordStore {
  private readonly known = new LRUCache<string, Known>({ max: MOST_TASKS });

  constructor(
    private readonly cache: SharedCache,
    private readonly sealer: Sealer,
    private readonly intervalMs: number,
    private readonly now: () => number,
  ) {}

  /** Where the record of a task stands. */
  nameOf(taskId: string): string {
    return `task:${taskId}`;
  }

  /** The record that a peek saw. */
  async find(taskId: string, peek: Peek): Promise<StoredRecord | null> {
    const { version, ageMs } = peek;
    if (version === null || ageMs === null) return null;
    const known = this.known.get(taskId);
    if (known?.version === version) {
      const { facts, wasHandedOver } = known;
      const askedAgoMs = this.now() - known.askedAt;
      const read = async () => (await this.load(taskId))?.record ?? null;
      return facts === null ? null : { facts, ageMs, askedAgoMs, wasHandedOver, read };
    }
    const loaded = await this.load(taskId);
    if (loaded === null) {
      this.known.set(taskId, { version, facts: null, askedAt: 0, wasHandedOver: false });
      return null;
    }
    const facts = factsOf(loaded.record, this.intervalMs);
    const askedAgoMs = loaded.ageMs + facts.tookMs;
    const askedAt = this.now() - askedAgoMs;
    this.known.set(taskId, { version: loaded.version, facts, askedAt, wasHandedOver: false });
    const read = () => Promise.resolve(loaded.record);
    return { facts, ageMs: loaded.ageMs, askedAgoMs, wasHandedOver: false, read };
  }

  /** Notes that this instance has the content of the record it found last. */
  noteHandedOver(taskId: string): void {
    const known = this.known.get(taskId);
    if (known !== undefined) this.known.set(taskId, { ...known, wasHandedOver: true });
  }

  /** Writes a record under the token's lock and gives the lock back; `false` when it is too large to share. */
  async put(
    taskId: string,
    token: string,
    record: ClusterRecord,
    askedAt: number,
  ): Promise<boolean> {
    const name = this.nameOf(taskId);
    const value = await this.sealer.seal(name, encodeRecord(record));
    if (value === null) {
      await this.cache.release(name, token);
      return false;
    }
    const facts = factsOf(record, this.intervalMs);
    this.known.set(taskId, { version: versionOf(value), facts, askedAt, wasHandedOver: true });
    return this.cache.write(name, token, value);
  }

  /** Lets all instances pause. */
  async putCooldown(ms: number): Promise<void> {
    const cooldownMs = Math.min(LONGEST_COOLDOWN_MS, Math.ceil(ms));
    const value = await this.sealer.seal("hold", String(cooldownMs));
    if (value !== null) await this.cache.startCooldown(value, cooldownMs);
  }

  /** How long the pause of all instances still lasts, in milliseconds; 0 for none. */
  async cooldownLeftMs({ cooldown }: Peek): Promise<number> {
    if (cooldown === null) return 0;
    const cooldownMs = Number((await this.sealer.open("hold", cooldown.value)) ?? 0);
    return cooldown.leftMs <= cooldownMs ? cooldown.leftMs : 0;
  }

  private async load(taskId: string) {
    const name = this.nameOf(taskId);
    const found = await this.cache.read(name);
    const text = found === null ? null : await this.sealer.open(name, found.value);
    const record = text === null ? null : decodeRecord(taskId, text);
    if (found === null || record === null) return null;
    return { record, ageMs: found.ageMs, version: versionOf(found.value) };
  }
}
