import { describe, expect, it } from "vitest";
import { liveViewState } from "./live-view-state";

const running = { status: "running", hasLive: true, sessionStatus: "active" } as const;

describe("liveViewState", () => {
  it("goes from waiting through connecting to live to ended", () => {
    const created = { status: "created", hasLive: false, sessionStatus: null } as const;
    expect(liveViewState(created, "none")).toEqual({ kind: "waiting", reason: "not-started" });
    expect(liveViewState(running, "requested")).toEqual({ kind: "connecting" });
    expect(liveViewState(running, "loaded")).toEqual({ kind: "live" });
    const finished = { status: "finished", hasLive: false, sessionStatus: "stopped" } as const;
    expect(liveViewState(finished, "loaded")).toEqual({ kind: "ended", reason: "task" });
  });

  it("stays live when a session outlives its task", () => {
    expect(liveViewState({ ...running, status: "finished" }, "loaded")).toEqual({ kind: "live" });
  });

  it("ends with its session although the task goes on", () => {
    const paused = { status: "paused", hasLive: false, sessionStatus: "stopped" } as const;
    expect(liveViewState(paused, "none")).toEqual({ kind: "ended", reason: "session" });
  });

  it("says so when the address cannot be had", () => {
    expect(liveViewState(running, "failed")).toEqual({ kind: "unavailable" });
  });
});
