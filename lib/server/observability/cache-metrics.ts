import "server-only";
import { Counter, Gauge, type Registry } from "prom-client";
import type { OnCache } from "@/lib/server/config/memory-budget";

type Read = Parameters<OnCache>[1];

/** What the caches of the memory budget hold, and how often they had what was looked for. Several may have one share. */
export function addCacheMetrics(registry: Registry): { onCache: OnCache } {
  const caches = new Map<string, Read[]>();
  const sums = () =>
    [...caches].map(([cache, reads]) => {
      const all = reads.map((read) => read());
      const sum = (of: keyof ReturnType<Read>) =>
        all.reduce((total, facts) => total + facts[of], 0);
      return { cache, bytes: sum("bytes"), hits: sum("hits"), misses: sum("misses") };
    });
  new Gauge({
    name: "sightglass_cache_bytes",
    help: "What a cache holds, as it is weighed for its share of the memory budget.",
    labelNames: ["cache"],
    registers: [registry],
    collect() {
      for (const { cache, bytes } of sums()) this.set({ cache }, bytes);
    },
  });
  new Counter({
    name: "sightglass_cache_reads_total",
    help: "Looks into a cache, by whether what was looked for was there.",
    labelNames: ["cache", "result"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { cache, hits, misses } of sums()) {
        this.inc({ cache, result: "hit" }, hits);
        this.inc({ cache, result: "miss" }, misses);
      }
    },
  });
  return {
    onCache: (share, read) => {
      caches.set(share, [...(caches.get(share) ?? []), read]);
    },
  };
}
