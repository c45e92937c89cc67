import "server-only";
import { processWide } from "@/lib/server/config/process-wide";
import { CallQueue } from "./call-queue";
import { UpstreamPause } from "./upstream-pause";

const MOST_CALLS = 16;
const MOST_WAITING = 1000;

/** The queue of this process for all calls with the key. */
export function getCallQueue(): CallQueue {
  return processWide("call-queue", () => new CallQueue(MOST_CALLS, MOST_WAITING));
}

/** The pause of this process for all calls with the key. */
export function getUpstreamPause(): UpstreamPause {
  return processWide("upstream-pause", () => new UpstreamPause());
}
