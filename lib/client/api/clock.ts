import { useSyncExternalStore } from "react";

const TICK_MS = 1000;
/** The `Date` header has whole seconds: smaller differences are rounding, not a wrong clock. */
const SMALLEST_OFFSET_MS = 1500;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let offsetMs = 0;
let now = 0;

/** Corrects the shared clock by the server's, from an HTTP `Date` header. */
export function noteServerTime(dateHeader: string | null): void {
  const serverTime = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(serverTime)) return;
  const difference = serverTime + 500 - Date.now();
  offsetMs = Math.abs(difference) < SMALLEST_OFFSET_MS ? 0 : difference;
  // A hidden page does not tick; where it goes on asking, time goes on with the answers.
  if (timer !== null && document.hidden) advance();
}

/** The time now in epoch milliseconds, on the server's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/**
 * The time now on the server's clock, ticking once a second for the whole page from one timer, or in steps of
 * `stepMs`. `initial` is what the server rendered with, so that the first paint agrees.
 */
export function useNow(initial: number, stepMs = 1): number {
  const inSteps = (time: number) => time - (time % stepMs);
  return useSyncExternalStore(
    subscribe,
    () => inSteps(readNow()),
    () => inSteps(initial),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    now = serverNow();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
    // Whoever looks next, looks at the time then.
    now = 0;
  };
}

function tick() {
  if (!document.hidden) advance();
}

function advance() {
  now = serverNow();
  for (const listener of listeners) listener();
}

function readNow(): number {
  if (now === 0) now = serverNow();
  return now;
}
