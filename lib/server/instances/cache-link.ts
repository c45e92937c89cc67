import "server-only";

const PAUSE_MS = 2000;

type LinkOptions = {
  now: () => number;
  random: () => number;
  /** Told once per change. */
  onLost: (error: unknown) => void;
  onBack: () => void;
};

/** Whether the shared cache can be used. While it cannot, one caller in two seconds tries it. */
export class CacheLink {
  private lost: { since: number; tryAt: number } | null = null;

  constructor(private readonly options: LinkOptions) {}

  /** Since when the cache cannot be used, epoch milliseconds; `null` while it can. */
  get lostSince(): number | null {
    return this.lost?.since ?? null;
  }

  /** Whether this caller may use the cache now. */
  mayUse(): boolean {
    if (this.lost === null) return true;
    const now = this.options.now();
    if (now < this.lost.tryAt) return false;
    this.lost.tryAt = this.nextTry(now);
    return true;
  }

  /** Notes that the cache failed. */
  failed(error: unknown): void {
    const now = this.options.now();
    if (this.lost === null) this.options.onLost(error);
    this.lost = { since: this.lost?.since ?? now, tryAt: this.nextTry(now) };
  }

  /** Notes that a value was written, or one that was written `ageMs` ago was read: older ones prove nothing. */
  worked(ageMs = 0): void {
    if (this.lost === null || this.options.now() - ageMs < this.lost.since) return;
    this.lost = null;
    this.options.onBack();
  }

  private nextTry(now: number): number {
    return now + PAUSE_MS * (0.75 + 0.5 * this.options.random());
  }
}
