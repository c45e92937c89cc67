import "server-only";
import { LRUCache } from "lru-cache";
import { prefetchAt } from "./freshness-policy";

const MOST_TASKS = 10_000;

type Viewing = { viewedAt: number; gapMs: number | null };

type ViewingOptions = {
  intervalMs: number;
  now: () => number;
  /** Runs something later; gives the way to call it off. */
  later: (run: () => void, ms: number) => () => void;
};

/** When tasks were read, and the calls that are made ahead of readers who come regularly. */
export class TaskViewings {
  private readonly viewings = new LRUCache<string, Viewing>({ max: MOST_TASKS });
  private readonly planned = new Map<string, () => void>();

  constructor(private readonly options: ViewingOptions) {}

  note(taskId: string): void {
    const viewedAt = this.options.now();
    const before = this.viewings.get(taskId);
    this.viewings.set(taskId, {
      viewedAt,
      gapMs: before === undefined ? null : viewedAt - before.viewedAt,
    });
  }

  /** When a task was read last, epoch milliseconds; 0 for never. */
  lastAt(taskId: string): number {
    return this.viewings.peek(taskId)?.viewedAt ?? 0;
  }

  /**
   * Plans to `run` so that its answer is there when the next reader comes, in place of what was planned before.
   * `call` is the last one for the task, `null` where none is to be made ahead.
   */
  plan(taskId: string, call: { askedAt: number; callMs: number } | null, run: () => void): void {
    this.planned.get(taskId)?.();
    this.planned.delete(taskId);
    const viewing = this.viewings.get(taskId);
    if (viewing === undefined || call === null) return;
    const at = prefetchAt({ ...call, ...viewing }, this.options.intervalMs);
    if (at === null) return;
    const callOff = this.options.later(() => {
      this.planned.delete(taskId);
      run();
    }, at - this.options.now());
    this.planned.set(taskId, callOff);
  }
}
