// @ts-check
import { setTimeout as sleep } from "node:timers/promises";
import { collectGarbage } from "./collect-garbage.mjs";
import { connectionsNow } from "./connections.mjs";
import { parseMetrics } from "./read-metrics.mjs";

/** How long the server may take to notice that everybody has left. */
const LEAVING_MS = 30_000;
const MB = 1024 * 1024;

/**
 * How the server stands once it has noticed that everybody left, or did not within the time for that, and has
 * collected its garbage.
 * @param {import("./stage.mjs").Stage} stage
 * @param {number} started Epoch milliseconds.
 * @returns {Promise<import("./verdict.mjs").Phase>}
 */
export async function standAtRest(stage, started) {
  const until = Date.now() + LEAVING_MS;
  let { watchers, connections } = await standOf(stage);
  while (Date.now() < until && (watchers > 0 || (connections ?? 0) > 0)) {
    await sleep(200);
    ({ watchers, connections } = await standOf(stage));
  }
  await collectGarbage(stage.inspector);
  const stand = await standOf(stage);
  return { ...stand, watchers, connections, minute: (Date.now() - started) / 60_000 };
}

/**
 * How the server stands now, by its own metrics and by the system's table of connections.
 * @param {import("./stage.mjs").Stage} stage
 */
export async function standOf({ product, metricsHeader }) {
  const answer = await fetch(`${product.origin}/metrics`, { headers: metricsHeader });
  if (!answer.ok) throw new Error(`/metrics answered ${String(answer.status)}.`);
  const values = parseMetrics(await answer.text());
  const valueOf = (/** @type {string} */ name) => values.get(name) ?? 0;
  return {
    heapMb: valueOf("nodejs_heap_size_used_bytes") / MB,
    rssMb: valueOf("process_resident_memory_bytes") / MB,
    cacheMb: valueOf("sightglass_cache_bytes") / MB,
    files: valueOf("process_open_fds"),
    watchers: valueOf("sightglass_watchers"),
    connections: connectionsNow(Number(new URL(product.origin).port)),
  };
}
