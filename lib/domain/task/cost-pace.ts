import { formatCost } from "@/lib/domain/text/format-cost";
import { elapsedSeconds } from "./elapsed";
import type { Task } from "./task";

/**
 * What a task has cost so far (USD as decimal text), what it costs a minute where that can be told, and the line that it
 * has crossed.
 */
export type CostPace = { spent: string; perMinute: number | null; over: string | null };

/** Before that a task has cost for its beginning alone. */
const LEAST_SECONDS = 60;
/** Less is none that anybody watches. */
const LEAST_PER_MINUTE = 0.0001;

type CostingTask = Pick<Task, "status" | "startedAt" | "finishedAt" | "cost">;

/**
 * The cost of a task by `now` (epoch milliseconds, on the server's clock); `null` where nobody said one. Per minute it
 * is the mean since the start of a running task. `warnAt` is the line, in USD; `null` for none.
 */
export function costPace(task: CostingTask, warnAt: string | null, now: number): CostPace | null {
  const spent = Number(task.cost ?? Number.NaN);
  if (task.cost === null || !Number.isFinite(spent)) return null;
  const seconds = task.status === "running" ? elapsedSeconds(task, now) : null;
  const perMinute = seconds === null || seconds < LEAST_SECONDS ? null : spent / (seconds / 60);
  return {
    spent: task.cost,
    perMinute: perMinute !== null && perMinute >= LEAST_PER_MINUTE ? perMinute : null,
    over: warnAt !== null && spent >= Number(warnAt) ? warnAt : null,
  };
}

/** A cost in words; what it is a minute comes and goes with the time, and is called about. */
export function costWords({ spent, perMinute, over }: CostPace): string {
  const words = `${formatCost(spent)}${over === null ? "" : ` (over ${formatCost(over)})`}`;
  return perMinute === null ? words : `${words}, about ${formatCost(String(perMinute))} a minute`;
}
