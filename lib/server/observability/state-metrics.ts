import "server-only";
import { Gauge, type Registry } from "prom-client";

/** What is asked of the parts of the server whenever the metrics are read. */
export type StateFacts = {
  /** Milliseconds until calls go out again; 0 where none are held back. */
  pauseLeftMs: () => number;
  isBreakerOpen: () => boolean;
  isKeyRefused: () => boolean;
  tasksWatched: () => number;
  watchers: () => number;
  /** Messages that wait to be delivered; `null` where none are sent. */
  noticesWaiting: () => number | null;
  isReady: () => Promise<boolean>;
  /** Whether Redis answers; `null` without one. */
  hasRedis: () => Promise<boolean | null>;
};

/** Gauges of how things stand now; one without a value is left out. */
export function addStateMetrics(registry: Registry, facts: StateFacts): void {
  const gauge = (name: string, help: string, read: () => number | null | Promise<number | null>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const value = await read();
        this.remove();
        if (value !== null) this.set(value);
      },
    });
  gauge(
    "sightglass_ready",
    "1 while /readyz says that this process should be sent requests.",
    async () => Number(await facts.isReady()),
  );
  gauge(
    "sightglass_upstream_pause_left_seconds",
    "Seconds until calls to Browser Use Cloud go out again, because it asked for a pause.",
    () => facts.pauseLeftMs() / 1000,
  );
  gauge(
    "sightglass_upstream_breaker_open",
    "1 while Browser Use Cloud fails and is tried by a few calls only.",
    () => Number(facts.isBreakerOpen()),
  );
  gauge(
    "sightglass_upstream_key_refused",
    "1 from an answer 401 until a call is answered well.",
    () => Number(facts.isKeyRefused()),
  );
  gauge("sightglass_redis_up", "1 while Redis answers; no value without one.", async () => {
    const hasRedis = await facts.hasRedis();
    return hasRedis === null ? null : Number(hasRedis);
  });
  gauge("sightglass_tasks_watched", "Tasks of which somebody waits for news.", facts.tasksWatched);
  gauge(
    "sightglass_notices_waiting",
    "Messages to the webhook that were not delivered yet; no value without one.",
    facts.noticesWaiting,
  );
  gauge("sightglass_watchers", "Answers that are held now, one a waiting reader.", facts.watchers);
}
