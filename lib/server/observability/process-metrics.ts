import "server-only";
import { collectDefaultMetrics, type Registry } from "prom-client";

/** Milliseconds between two looks at the delay of the event loop. */
const EVENT_LOOP_MS = 20;

/**
 * What somebody acts on. The rest of what the library has is left out: it counts the same in other ways, or walks
 * through every open connection whenever it is read.
 */
const KEPT = new Set([
  "process_cpu_seconds_total",
  "process_start_time_seconds",
  "process_resident_memory_bytes",
  "process_open_fds",
  "process_max_fds",
  // The others of the event loop are set when this one is read.
  "nodejs_eventloop_lag_seconds",
  "nodejs_eventloop_lag_p50_seconds",
  "nodejs_eventloop_lag_p99_seconds",
  "nodejs_eventloop_lag_max_seconds",
  // The other two of the memory are set when this one is read.
  "nodejs_heap_size_total_bytes",
  "nodejs_heap_size_used_bytes",
  "nodejs_external_memory_bytes",
  "nodejs_gc_duration_seconds",
  "nodejs_version_info",
]);

/** The process itself, under the names by which every Node program is known. Measuring costs a little all the time. */
export function addProcessMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_MS });
  for (const { name } of registry.getMetricsAsArray()) {
    if (!KEPT.has(name)) registry.removeSingleMetric(name);
  }
}
