import "server-only";
import { LRUCache } from "lru-cache";
import type { ShareRecord, ShareLinkStore } from "./share-link-store";

/** How a link stands: it works, it does not, or nobody can tell now. */
export type ShareStanding =
  { state: "works"; record: ShareRecord } | { state: "gone" } | { state: "unconfirmed" };

/** What the store said counts for so long, in milliseconds: a revocation elsewhere is seen no later. */
export const CURRENT_MS = 3000;
/** While the store cannot be reached, what it said counts for so long; then nothing is shown. */
export const CONFIRMED_MS = 10_000;
const MOST_KNOWN = 10_000;

type Known = { record: ShareRecord | null; at: number };

/** Asks the store for all requests of this process: about one link once in three seconds. */
export class ShareLookup {
  private readonly known = new LRUCache<string, Known>({ max: MOST_KNOWN });
  private readonly flights = new Map<string, Promise<void>>();

  constructor(
    private readonly store: Pick<ShareLinkStore, "find">,
    private readonly now: () => number,
  ) {}

  /** How a link stands. Never throws. */
  async find(id: string): Promise<ShareStanding> {
    const known = this.lately(id, CURRENT_MS);
    if (known !== null) return known;
    await this.ask(id);
    return this.lately(id, CONFIRMED_MS) ?? { state: "unconfirmed" };
  }

  /** Notes that a link was revoked here, which counts at once. */
  revoked(id: string): void {
    this.known.set(id, { record: null, at: this.now() });
  }

  private lately(id: string, ms: number): ShareStanding | null {
    const known = this.known.get(id);
    if (known === undefined || this.now() - known.at >= ms) return null;
    const { record } = known;
    return record === null ? { state: "gone" } : { state: "works", record };
  }

  private ask(id: string): Promise<void> {
    const out = this.flights.get(id);
    if (out !== undefined) return out;
    const at = this.now();
    const flight = this.store
      .find(id)
      .then(
        (record) => {
          // What was noted after the question is newer than its answer.
          const isNewer = (this.known.peek(id)?.at ?? -Infinity) <= at;
          if (isNewer) this.known.set(id, { record, at });
        },
        () => undefined,
      )
      .finally(() => this.flights.delete(id));
    this.flights.set(id, flight);
    return flight;
  }
}
