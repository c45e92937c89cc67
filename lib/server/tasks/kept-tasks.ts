import "server-only";
import { isFinal } from "@/lib/domain/task/task-status";
import { boundedCache, MEMORY_FACTOR, sizeIn } from "@/lib/server/config/memory-budget";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { decideAccept } from "./regression-policy";
import { revisionOf } from "./revision";
import { historyBytes, noteSnapshot, type SnapshotHistory } from "./snapshot-history";
import { withVanishedSteps } from "./vanished-steps";

const MOST_TASKS = 500;

/** The last good answer of a task. Times are epoch milliseconds. */
export type KeptTask = {
  upstream: UpstreamTask;
  revision: string;
  /** The last contents, this one included. */
  history: SnapshotHistory;
  fetchedAt: number;
  finalSince: number | null;
};

/** What this process knows of tasks, bounded by bytes; whoever was read last stays. */
export class KeptTasks {
  private readonly tasks = boundedCache<KeptTask>("tasks", { max: MOST_TASKS });

  get(taskId: string): KeptTask | null {
    return this.tasks.get(taskId) ?? null;
  }

  has(taskId: string): boolean {
    return this.tasks.has(taskId);
  }

  /**
   * Keeps an answer, unless it looks older than what is shown. `suspectedRegressions` says how many before it in a
   * row did; gives that number anew.
   */
  accept(
    taskId: string,
    answer: UpstreamTask,
    fetchedAt: number,
    suspectedRegressions: number,
  ): number {
    const shown = this.get(taskId);
    const decision = decideAccept(shown?.upstream ?? null, suspectedRegressions, answer);
    if (!decision.take) return suspectedRegressions + 1;
    const next = withVanishedSteps(shown?.upstream ?? null, answer);
    const before = shown?.finalSince ?? null;
    const finalSince = isFinal(next.task.status) ? (before ?? fetchedAt) : null;
    const revision = revisionOf(next.task, next.steps);
    const history = noteSnapshot(shown?.history ?? [], { revision, ...next });
    // What did not change is held once, by the history.
    const upstream = { ...next, ...history.at(-1)?.content };
    const size = sizeIn("tasks", (upstream.bytes + historyBytes(history)) * MEMORY_FACTOR);
    this.tasks.set(taskId, { upstream, revision, history, fetchedAt, finalSince }, size);
    return 0;
  }
}
