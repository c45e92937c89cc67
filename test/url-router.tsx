import { act, cleanup } from "@testing-library/react";
import { SearchParamsContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { useSyncExternalStore, type ReactNode } from "react";
import { afterEach, beforeEach, vi } from "vitest";

const listeners = new Set<() => void>();
let routed = "";

/** Stands in for the framework's router, which follows the address when it finds the time: here when it is told to. */
export function UrlRouter({ children }: { children: ReactNode }) {
  const search = useSyncExternalStore(subscribe, () => routed);
  return <SearchParamsContext value={new URLSearchParams(search)}>{children}</SearchParamsContext>;
}

/** Lets the router follow the address. */
export function followAddress(): void {
  act(() => {
    routed = window.location.search;
    for (const listener of listeners) listener();
  });
}

/** Opens an address in a new entry of the history, as a link of the page does: the router is there, too. */
export function openAddress(address: string): void {
  window.history.pushState(null, "", address);
  followAddress();
}

/** Goes one entry back, which takes a moment of the fake timers; the router is not there yet. */
export function goBack(): void {
  act(() => {
    window.history.back();
    vi.advanceTimersByTime(2);
  });
}

/** Fake timers for each test of a file, as what writes the address waits: what is left to write at the end is written. */
export function fakeAddressTimers(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    leavePage();
    vi.useRealTimers();
  });
}

/** Leaves the page, and lets the time pass in which it might still write. */
export function leavePage(): void {
  cleanup();
  vi.runAllTimers();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
