import { describe, expect, it, vi } from "vitest";
import { NotCalled } from "./call-queue";
import { UpstreamError } from "./errors";
import { createKeyRecheck } from "./key-recheck";
import { kindOf, observedClient, type UpstreamCall } from "./observed-client";
import { afterUpstreamCall, NOTHING_ASKED } from "./upstream-standing";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

describe("what the calls say of the key", () => {
  it.each([
    [[], "unknown"],
    [["200"], "accepted"],
    [["401"], "refused"],
    [["403"], "unknown"],
    [["200", "401"], "refused"],
    [["401", "500", "404", "timeout"], "refused"],
    [["401", "200"], "accepted"],
    [["200", "403", "429"], "accepted"],
  ])("after %j it is %s", (statuses, key) => {
    const last = statuses.reduce(
      (standing, status) => afterUpstreamCall(standing, { status }, 5),
      NOTHING_ASKED,
    );
    expect(last.key).toBe(key);
    expect(last.failed?.status ?? null).toBe(
      statuses.findLast((status) => status !== "200") ?? null,
    );
  });
});

describe("a refused key", () => {
  it("is tried once a minute until it is accepted, however many calls fail meanwhile", async () => {
    const state = { isRefused: false };
    const waiting: (() => void)[] = [];
    const ask = vi.fn(() => Promise.reject(new Error("401")));
    const recheck = createKeyRecheck({
      isRefused: () => state.isRefused,
      ask,
      later: (run, ms) => {
        expect(ms).toBe(60_000);
        waiting.push(run);
      },
    });
    recheck();
    expect(waiting).toHaveLength(0);
    state.isRefused = true;
    for (let calls = 0; calls < 5; calls += 1) recheck();
    expect(waiting).toHaveLength(1);
    waiting.shift()?.();
    await vi.waitFor(() => {
      expect(waiting).toHaveLength(1);
    });
    expect(ask).toHaveBeenCalledTimes(1);
    state.isRefused = false;
    waiting.shift()?.();
    await new Promise(setImmediate);
    expect([ask.mock.calls.length, waiting.length]).toEqual([1, 0]);
  });
});

describe("a call", () => {
  it.each([
    [`/tasks/${ID}`, "task"],
    ["/tasks?pageSize=1&pageNumber=1", "list"],
    [`/sessions/${ID}`, "session"],
    [`/tasks/${ID}/logs`, "file"],
    [`/tasks/${ID}/output-files/${ID}`, "file"],
    [`/files/tasks/${ID}/output-files/${ID}`, "file"],
    [`/runs/${ID}`, "run"],
    [`/runs/${ID}/status`, "run-status"],
    [`/runs/${ID}/events?after=0&limit=200`, "run-events"],
    [`/runs/${ID}/attachments`, "file"],
    ["/runs?limit=20", "list"],
    [`/browsers?agentSessionId=${ID}`, "session"],
    [`/workspaces/${ID}/files?limit=100`, "file"],
  ])("of %s asks for a %s", (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  const refusal = (status: number) => new UpstreamError("internal", "", null, null, status);
  it.each([
    [refusal(401), "401"],
    [refusal(418), "4xx"],
    [refusal(599), "5xx"],
    [refusal(204), "2xx"],
    [new UpstreamError("upstream-invalid", ""), "unreadable"],
    [new UpstreamError("upstream-timeout", "", null, "no-answer-in-time"), "timeout"],
    [new UpstreamError("upstream-unavailable", "", null, "connection-lost"), "unreachable"],
    [new TypeError("no address of theirs"), "unreadable"],
  ])("that ends with %j counts as %s", async (error, status) => {
    const calls: UpstreamCall[] = [];
    let at = 0;
    const fail = () => Promise.reject(error);
    const client = observedClient(
      { getJson: fail, getText: fail, act: fail },
      "v2",
      (call) => calls.push(call),
      () => (at += 7),
    );
    await expect(client.getJson(`/tasks/${ID}/logs`)).rejects.toBe(error);
    expect(calls).toEqual([{ version: "v2", kind: "file", status, ms: 7 }]);
  });

  it("that was not made, because of a pause, is none", async () => {
    const onCall = vi.fn();
    const fail = () => Promise.reject(new NotCalled("A pause"));
    const client = observedClient(
      { getJson: fail, getText: fail, act: fail },
      "v2",
      onCall,
      () => 0,
    );
    await expect(client.getText(`/tasks/${ID}`, () => 1)).rejects.toThrow();
    expect(onCall).not.toHaveBeenCalled();
  });
});
