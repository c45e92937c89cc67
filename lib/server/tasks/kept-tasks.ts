import "server-only";
import type { LRUCache } from "lru-cache";
import { shareContent } from "@/lib/domain/task/content-delta";
import { isFinal } from "@/lib/domain/task/task-status";
import {
  boundedCache,
  LATIN_FACTOR,
  MEMORY_FACTOR,
  sizeIn,
  type OnCache,
} from "@/lib/server/config/memory-budget";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import { adoptSteps } from "@/lib/server/upstream/answer-source";
import { withKeptSteps } from "@/lib/server/upstream/v4/run-state";
import { decideAccept } from "./regression-policy";
import { markSteps, revisionOf, type StepMarks } from "./revision";
import { historyBytes, noteSnapshot, type SnapshotHistory } from "./snapshot-history";
import { withVanishedSteps } from "./vanished-steps";

const MOST_TASKS = 2000;
const BYTES_PER_MARK = 48;

/** The last good answer of a task. Times are epoch milliseconds. */
export type KeptTask = {
  upstream: UpstreamTask;
  revision: string;
  /** What its revision is made of, step by step. */
  marks: StepMarks;
  /** The last contents, this one included. */
  history: SnapshotHistory;
  fetchedAt: number;
  finalSince: number | null;
};

/** What this process knows of tasks, bounded by bytes; whoever was read last stays. */
export class KeptTasks {
  private readonly tasks: LRUCache<string, KeptTask>;

  constructor(onCache?: OnCache) {
    this.tasks = boundedCache("tasks", { max: MOST_TASKS }, onCache);
  }

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
    // What did not change is held once, and not looked into again.
    const last = shown?.history.at(-1)?.content;
    const content = last === undefined ? next : shareContent(last, next);
    if (next.source !== undefined) adoptSteps(next.source, next.steps, content.steps);
    const marks = markSteps(content.steps, shown?.marks ?? null);
    const revision = revisionOf(content.task, content.steps, marks);
    const { task, steps } = content;
    const history = noteSnapshot(shown?.history ?? [], { revision, task, steps });
    // An answer that another instance got brings no source; what stands in the older one is still known.
    const source = next.source ?? shown?.upstream.source;
    const run = next.run && withKeptSteps(next.run, next.steps, steps);
    const upstream = {
      ...next,
      task,
      steps,
      ...(source === undefined ? {} : { source }),
      ...(run === undefined ? {} : { run }),
    };
    const kept = { upstream, revision, marks, history, fetchedAt, finalSince };
    this.tasks.set(taskId, kept, sizeIn("tasks", weightOf(kept)));
    return 0;
  }
}

function weightOf({ upstream, history, marks }: KeptTask): number {
  const factor = upstream.source?.isLatin === true ? LATIN_FACTOR : MEMORY_FACTOR;
  const content = (upstream.bytes + historyBytes(history)) * factor;
  return content + (upstream.source?.bytes ?? 0) + marks.marks.length * BYTES_PER_MARK;
}
