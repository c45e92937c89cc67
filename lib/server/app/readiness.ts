import "server-only";
import { processLink } from "@/server/process-link.mjs";

/** Whether this process should be sent requests; where it should not, why. */
export type Readiness = { ready: true } | { ready: false; reason: "stopping" | "bad settings" };

/** Decides on facts of this process alone: Redis is optional, and the upstream's troubles are told on the pages. */
export function decideReadiness(facts: {
  isStopping: boolean;
  hasBadSettings: boolean;
}): Readiness {
  if (facts.isStopping) return { ready: false, reason: "stopping" };
  if (facts.hasBadSettings) return { ready: false, reason: "bad settings" };
  return { ready: true };
}

/** The readiness of this process now. */
export function readReadiness(): Readiness {
  const { app, stopping } = processLink();
  return decideReadiness({ isStopping: stopping.signal.aborted, hasBadSettings: app === null });
}
