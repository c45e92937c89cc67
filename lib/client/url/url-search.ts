"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";

/** Browsers refuse to change the address too often. */
const WRITE_INTERVAL_MS = 250;

type Change = Readonly<Record<string, string | null>>;

const listeners = new Set<() => void>();
/** The query as the reader left it, until the address and the router say the same. */
let ahead: string | null = null;
/** The query that the router drew last. */
let routed: string | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let hasUnwritten = false;

/**
 * The query of the address as the reader left it: at once, while the address follows. Other parts of the page that
 * use it draw the same.
 */
export function useUrlSearch(): URLSearchParams {
  const written = useSearchParams().toString();
  const unwritten = useSyncExternalStore(
    subscribe,
    () => ahead,
    () => null,
  );
  useEffect(() => {
    routed = written;
    settle();
  }, [written, unwritten]);
  return new URLSearchParams(unwritten ?? written);
}

/**
 * Changes parts of the query; `null` takes one out. `push` leaves an entry in the history and is written at once;
 * `replace` leaves none and may be written a moment later.
 */
export function changeUrlSearch(change: Change, history: "push" | "replace"): void {
  const before = ahead ?? currentSearch();
  const params = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const after = params.toString();
  if (after === before) return;
  if (history === "push") {
    // What was only to be replaced belongs to the entry that is left.
    if (hasUnwritten) write("replace");
    setAhead(after);
    write("push");
    return;
  }
  setAhead(after);
  hasUnwritten = true;
  if (timer === null) writeAndWait();
}

function writeAndWait(): void {
  write("replace");
  wait();
}

function wait(): void {
  timer ??= setTimeout(() => {
    timer = null;
    if (hasUnwritten) writeAndWait();
  }, WRITE_INTERVAL_MS);
}

function write(history: "push" | "replace"): void {
  if (ahead === null) return;
  // A list stays readable: its commas are allowed in a query as they are.
  const search = ahead.replaceAll("%2C", ",");
  const url = `${window.location.pathname}${search === "" ? "" : `?${search}`}${window.location.hash}`;
  try {
    // The router watches the history and follows.
    if (history === "push") window.history.pushState(null, "", url);
    else window.history.replaceState(null, "", url);
  } catch {
    // Refused as too often: the page shows the reader's choice, and it is written when it can be.
    hasUnwritten = true;
    wait();
    return;
  }
  hasUnwritten = false;
  // Where the router has nothing to follow, it will not say so.
  settle();
}

function settle(): void {
  if (ahead !== null && ahead === routed && !hasUnwritten) setAhead(null);
}

function currentSearch(): string {
  return new URLSearchParams(window.location.search).toString();
}

function setAhead(search: string | null): void {
  ahead = search;
  for (const listener of listeners) listener();
}

function forget(): void {
  hasUnwritten = false;
  setAhead(null);
}

function subscribe(listener: () => void): () => void {
  // The reader goes through the history: what the address says counts again.
  if (listeners.size === 0) window.addEventListener("popstate", forget);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    // The page is left.
    window.removeEventListener("popstate", forget);
    forget();
  };
}
