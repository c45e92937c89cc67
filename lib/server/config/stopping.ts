import "server-only";
import { processWide } from "./process-wide";

/**
 * Aborts when this process is asked to stop. The server puts it there before the framework starts
 * (`scripts/stopping.mjs`); where there is no such server, it never aborts.
 */
export function stopSignal(): AbortSignal {
  return processWide("stopping", () => new AbortController().signal);
}
