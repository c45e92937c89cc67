import "server-only";

/** A call that was not made, because too many were waiting or it was no longer wanted. Says nothing about the upstream. */
export class NotCalled extends Error {
  override readonly name = "NotCalled";

  constructor(
    message: string,
    /** Milliseconds for which nothing may be called, because the upstream asked for a pause; 0 for none. */
    readonly cooldownLeftMs = 0,
  ) {
    super(message);
  }
}

type Waiting = { viewedAt: () => number; go: () => void; refuse: (reason: NotCalled) => void };

/**
 * Lets at most `most` calls run at once. Of those that wait, the one viewed most recently goes next; beyond
 * `mostWaiting` the one viewed longest ago is refused with `NotCalled`.
 */
export class CallQueue {
  private running = 0;
  private waiting: Waiting[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** Runs the call when its turn has come. `viewedAt` is asked whenever a turn is given, epoch milliseconds. */
  async run<T>(viewedAt: () => number, call: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running += 1;
    else await this.turn(viewedAt);
    try {
      return await call();
    } finally {
      this.next();
    }
  }

  private turn(viewedAt: () => number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ viewedAt, go: resolve, refuse: reject });
      if (this.waiting.length <= this.mostWaiting) return;
      this.takeOut((a, b) => a < b)?.refuse(new NotCalled("Too many calls are waiting"));
    });
  }

  private next(): void {
    const next = this.takeOut((a, b) => a > b);
    // The place goes over to the next call, so `running` stays.
    if (next === undefined) this.running -= 1;
    else next.go();
  }

  private takeOut(isBefore: (a: number, b: number) => boolean): Waiting | undefined {
    let best: { entry: Waiting; at: number } | undefined;
    for (const entry of this.waiting) {
      const at = entry.viewedAt();
      if (best === undefined || isBefore(at, best.at)) best = { entry, at };
    }
    this.waiting = this.waiting.filter((entry) => entry !== best?.entry);
    return best?.entry;
  }
}
