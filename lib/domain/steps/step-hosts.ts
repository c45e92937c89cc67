import type { Step } from "@/lib/domain/task/step";
import { stepHost } from "./step-texts";

/** A host of a run and how many steps stood on it. */
export type HostCount = { host: string; count: number };

const MOST_HOSTS = 100;

/** The hosts of a run, those with most steps first; the hundred largest where a run has more. */
export function stepHosts(steps: readonly Step[]): HostCount[] {
  const counts = new Map<string, number>();
  for (const step of steps) {
    const host = stepHost(step);
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts]
    .map(([host, count]) => ({ host, count }))
    .sort((a, b) => b.count - a.count || (a.host < b.host ? -1 : 1))
    .slice(0, MOST_HOSTS);
}
