import "server-only";
import { Gauge, Registry } from "prom-client";
import { addAnswerMetrics } from "./answer-metrics";
import { addCacheMetrics } from "./cache-metrics";
import { addProcessMetrics } from "./process-metrics";
import { addStateMetrics, type StateFacts } from "./state-metrics";
import { addUpstreamMetrics } from "./upstream-metrics";
import { addUseMetrics } from "./use-metrics";

type MetricsOptions = {
  version: string;
  now: () => number;
  /** Measure the process itself, too, which is for a server whose metrics are read. */
  withProcess: boolean;
};

/** What this process counts: the parts of the server are handed the functions that they tell, and know no more of it. */
export type Metrics = ReturnType<typeof createMetrics>;

/**
 * Makes the metrics of a process, in a registry of their own. No label is a text from outside: a kind, a state, a code
 * or a status, of which there are few. docs/operations.md says what each is for.
 */
export function createMetrics({ version, now, withProcess }: MetricsOptions) {
  const registry = new Registry();
  if (withProcess) addProcessMetrics(registry);
  new Gauge({
    name: "sightglass_info",
    help: "Always 1; the label is the version of Sightglass.",
    labelNames: ["version"],
    registers: [registry],
  }).set({ version }, 1);
  return {
    ...addUpstreamMetrics(registry, now),
    ...addAnswerMetrics(registry),
    ...addUseMetrics(registry),
    ...addCacheMetrics(registry),
    /** Lets gauges be read from the parts that know; once, when all parts are there. */
    readFrom: (facts: StateFacts) => {
      addStateMetrics(registry, facts);
    },
    contentType: registry.contentType,
    /** All of it, in the text format of Prometheus. */
    text: () => registry.metrics(),
    /** The name of every metric. */
    names: () => registry.getMetricsAsArray().map(({ name }) => name),
  };
}
