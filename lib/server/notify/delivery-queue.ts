import "server-only";
import { LONGEST_AGE_MS, pauseBeforeTry, resultOfTry, type Try } from "./delivery-policy";

/** What is to be sent. `at` is when it was noticed, epoch milliseconds. */
export type Delivery = { id: string; body: string; at: number };

/** How a delivery ended. */
export type DeliveryEnd = "delivered" | "refused" | "expired";

type Waiting = Delivery & { tries: number; onEnd: (end: DeliveryEnd) => void };

type QueueOptions = {
  /** Tries once. Never throws. */
  post: (delivery: Delivery, signal: AbortSignal) => Promise<Try>;
  now: () => number;
  /** By chance, in [0, 1). */
  random: () => number;
  /** Runs something later; gives the way to call it off. */
  later: (run: () => void, ms: number) => () => void;
  /** Told of every try, and of what it came to. */
  onTry: (outcome: Try, result: ReturnType<typeof resultOfTry>) => void;
  onExpired: () => void;
};

/** What waits at most; a receiver that is away for long is told less. */
const MOST_WAITING = 200;

/** Deliveries to one receiver: one at a time, in order, each until it arrives, is refused or is too old. */
export class DeliveryQueue {
  private readonly deliveries: Waiting[] = [];
  private readonly cut = new AbortController();
  private callOff: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();
  private isRunning = false;
  private isStopped = false;

  constructor(private readonly options: QueueOptions) {}

  /** How many deliveries have not ended. */
  get waiting(): number {
    return this.deliveries.length;
  }

  /** Takes a delivery; `false` where too many wait, or the queue was stopped. `onEnd` is not called for what a stop leaves. */
  add(delivery: Delivery, onEnd: (end: DeliveryEnd) => void): boolean {
    if (this.isStopped || this.deliveries.length >= MOST_WAITING) return false;
    this.deliveries.push({ ...delivery, tries: 0, onEnd });
    if (this.deliveries.length === 1) this.start();
    return true;
  }

  /** Tries whatever is left once more, within so many milliseconds, and takes nothing new. */
  async stop(ms: number): Promise<void> {
    this.isStopped = true;
    this.callOff();
    const callOff = this.options.later(() => {
      this.cut.abort();
    }, ms);
    await this.running;
    for (const delivery of [...this.deliveries]) {
      if (this.cut.signal.aborted) break;
      await this.tryOnce(delivery);
    }
    callOff();
  }

  private start(): void {
    this.callOff();
    if (this.isRunning || this.isStopped) return;
    this.isRunning = true;
    this.running = this.run();
  }

  private async run(): Promise<void> {
    const pauseMs = await this.deliverInOrder();
    this.isRunning = false;
    if (pauseMs !== null) {
      this.callOff = this.options.later(() => {
        this.start();
      }, pauseMs);
    } else if (this.deliveries.length > 0) this.start();
  }

  /** Until none is left, or one has to wait: gives for how long, in milliseconds. */
  private async deliverInOrder(): Promise<number | null> {
    for (let next = this.deliveries[0]; next !== undefined; next = this.deliveries[0]) {
      if (this.isStopped) return null;
      if (this.options.now() - next.at > LONGEST_AGE_MS) {
        this.options.onExpired();
        this.end(next, "expired");
        continue;
      }
      const pauseMs = await this.tryOnce(next);
      if (pauseMs !== null) return pauseMs;
    }
    return null;
  }

  /** Gives the milliseconds until the next try; `null` when there is to be none. */
  private async tryOnce(delivery: Waiting): Promise<number | null> {
    const outcome = await this.options.post(delivery, this.cut.signal);
    const result = resultOfTry(outcome);
    this.options.onTry(outcome, result);
    if (result !== "retry") {
      this.end(delivery, result);
      return null;
    }
    delivery.tries += 1;
    return pauseBeforeTry(delivery.tries, outcome.retryAfterSeconds, this.options.random());
  }

  private end(delivery: Waiting, end: DeliveryEnd): void {
    this.deliveries.splice(this.deliveries.indexOf(delivery), 1);
    delivery.onEnd(end);
  }
}
