import "server-only";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { TaskStatus } from "@/lib/domain/task/task-status";

/** A call that has ended; see `UpstreamCall`. */
type Call = { kind: string; status: string; ms: number };

/** Calls to Browser Use Cloud, its limit, the pauses that it asks for, and how often a task is asked for. */
export function addUpstreamMetrics(registry: Registry, now: () => number) {
  const registers = [registry];
  const calls = new Counter({
    name: "sightglass_upstream_calls_total",
    help: "Calls to Browser Use Cloud that have ended, by what they ask for and how they ended.",
    labelNames: ["kind", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "sightglass_upstream_call_duration_seconds",
    help: "How long calls to Browser Use Cloud took, by what they ask for.",
    labelNames: ["kind"],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
    registers,
  });
  const pauses = new Counter({
    name: "sightglass_upstream_pauses_total",
    help: "Pauses of all calls that began because Browser Use Cloud asked for one, by why.",
    labelNames: ["cause"],
    registers,
  });
  const limits = new Gauge({
    name: "sightglass_upstream_rate_limit",
    help: "What the last answer that told of the limit said: calls in a window, and those left.",
    labelNames: ["of"],
    registers,
  });
  const intervals = new Histogram({
    name: "sightglass_task_call_interval_seconds",
    help: "Seconds between two calls for the same task, by its state.",
    labelNames: ["state"],
    buckets: [0.25, 0.5, 1, 2, 5, 10, 30, 60, 120],
    registers,
  });
  let pausedUntil = 0;
  return {
    onCall: ({ kind, status, ms }: Call) => {
      calls.inc({ kind, status });
      durations.observe({ kind }, ms / 1000);
    },
    onPause: (until: number, cause: string) => {
      // One that only becomes longer is the same.
      if (now() >= pausedUntil) pauses.inc({ cause });
      pausedUntil = until;
    },
    onRateLimit: ({ limit, remaining }: { limit: number | null; remaining: number | null }) => {
      if (limit !== null) limits.set({ of: "limit" }, limit);
      if (remaining !== null) limits.set({ of: "remaining" }, remaining);
    },
    onTaskCall: (state: TaskStatus, sinceLastMs: number | null) => {
      if (sinceLastMs !== null) intervals.observe({ state }, sinceLastMs / 1000);
    },
  };
}
