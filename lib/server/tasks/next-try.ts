import "server-only";
import { isTransient, PROBE_MS } from "@/lib/server/upstream/failure-policy";
import type { ReadState } from "./freshness-policy";

/**
 * When a task whose last call failed is asked for again, if somebody watches it; epoch milliseconds, `null`
 * when that is unknown. It stays the same until the next call fails: it is part of an entity tag.
 */
export function nextTryAt(
  state: Pick<ReadState, "failure" | "heldUntil">,
  now: number,
): number | null {
  if (now < state.heldUntil) return state.heldUntil;
  if (state.failure === null) return null;
  const { at, code, retryAt } = state.failure;
  return isTransient(code) ? Math.min(retryAt, at + PROBE_MS) : retryAt;
}
