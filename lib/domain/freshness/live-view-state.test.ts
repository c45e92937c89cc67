import { describe, expect, it } from "vitest";
import { liveViewState, SLOW_AFTER_MS, type LiveConnection } from "./live-view-state";

const running = { status: "running", hasLive: true, sessionStatus: "active" } as const;
const attempt = (connection: LiveConnection, waitedMs = 0) => ({ connection, waitedMs });

describe("liveViewState", () => {
  it("goes from waiting through screenshots and connecting to open to ended", () => {
    const created = { status: "created", hasLive: false, sessionStatus: null } as const;
    expect(liveViewState(created, attempt("none"))).toEqual({
      kind: "waiting",
      reason: "not-started",
    });
    expect(liveViewState(running, attempt("none"))).toEqual({
      kind: "screenshots",
      outlives: false,
    });
    expect(liveViewState(running, attempt("requested"))).toEqual({
      kind: "connecting",
      isSlow: false,
    });
    expect(liveViewState(running, attempt("loaded"))).toEqual({ kind: "open" });
    const finished = { status: "finished", hasLive: false, sessionStatus: "stopped" } as const;
    expect(liveViewState(finished, attempt("loaded"))).toEqual({ kind: "ended", reason: "task" });
  });

  it("calls an address that never answers slow, and never open", () => {
    const waited = (waitedMs: number) => liveViewState(running, attempt("requested", waitedMs));
    expect(waited(SLOW_AFTER_MS - 1)).toEqual({ kind: "connecting", isSlow: false });
    expect(waited(SLOW_AFTER_MS)).toEqual({ kind: "connecting", isSlow: true });
    expect(waited(Number.MAX_SAFE_INTEGER)).toEqual({ kind: "connecting", isSlow: true });
  });

  it("stays open when a session outlives its task", () => {
    expect(liveViewState({ ...running, status: "finished" }, attempt("none"))).toEqual({
      kind: "screenshots",
      outlives: true,
    });
    expect(liveViewState({ ...running, status: "finished" }, attempt("loaded"))).toEqual({
      kind: "open",
    });
  });

  it("ends with its session although the task goes on", () => {
    const paused = { status: "paused", hasLive: false, sessionStatus: "stopped" } as const;
    expect(liveViewState(paused, attempt("none"))).toEqual({ kind: "ended", reason: "session" });
  });

  it("says so when the address cannot be had", () => {
    expect(liveViewState(running, attempt("failed"))).toEqual({ kind: "unavailable" });
  });
});
