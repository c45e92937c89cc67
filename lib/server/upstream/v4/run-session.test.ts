import { describe, expect, it } from "vitest";
import { codeOf } from "@/test/upstream/gateway";
import { runBench } from "@/test/upstream/run-bench";
import { RUN_ID, RUN_SESSION_ID, wireBrowser } from "@/test/upstream/run";

const bench = runBench();
const RUN = { id: RUN_ID, contract: "v4", sessionId: RUN_SESSION_ID } as const;
const ONE = "0a1b2c3d-0000-4000-8000-0000000000c1";
const TWO = "0a1b2c3d-0000-4000-8000-0000000000c2";
const video = (id: string) => `https://bucket.example/${id}/film.mp4?sig=1`;
const stopped = (id: string, more: Record<string, unknown> = {}) =>
  wireBrowser(id, {
    status: "stopped",
    liveUrl: null,
    finishedAt: "2026-01-02T03:09:00Z",
    ...more,
  });

describe("the session of a run", () => {
  it("is told by its browsers together, and by its other runs", async () => {
    bench.world.browsers = [
      wireBrowser(TWO, {
        startedAt: "2026-01-02T03:10:00Z",
        proxyUsedMb: "2.5",
        proxyCost: "0.02",
      }),
      stopped(ONE, { recordingUrl: video(ONE), proxyUsedMb: "1.25" }),
    ];
    const session = await bench.gateway.getSession({ ...RUN, id: TWO });
    expect(session).toMatchObject({
      status: "active",
      startedAt: "2026-01-02T03:04:06.000Z",
      finishedAt: null,
      keepAlive: null,
      proxyUsedMb: "3.75",
      proxyCost: "0.02",
      browserCost: "0.02",
      recordings: [
        { browserId: ONE, state: "ready" },
        { browserId: TWO, state: "after-stop" },
      ],
    });
    expect(session.tasks.map(({ id }) => id)).toEqual([RUN_ID]);
    expect(JSON.stringify(session)).not.toMatch(/bucket|live\.browser-use|secret\.example/);
    expect((await bench.gateway.getSession(RUN)).tasks).toEqual([]);
  });

  it("asks each browser that has stopped, until no news is to come", async () => {
    bench.now = Date.parse("2026-01-02T03:09:30Z");
    bench.world.browsers = [stopped(ONE, { recordingAvailable: false }), stopped(TWO)];
    const read = async () => {
      bench.asked();
      const { recordings } = await bench.gateway.getSession(RUN);
      const asked = bench.asked().filter((path) => path.startsWith("/browsers/"));
      return [recordings.map(({ state }) => state), asked];
    };
    const paths = (...ids: string[]) => ids.map((id) => `/browsers/${id}`);
    expect(await read()).toEqual([["none", "preparing"], paths(ONE, TWO)]);
    expect(await read()).toEqual([["none", "preparing"], paths(TWO)]);
    bench.world.browsers[1] = stopped(TWO, { recordingUrl: video(TWO) });
    expect(await read()).toEqual([["none", "ready"], paths(TWO)]);
    expect(await read()).toEqual([["none", "ready"], []]);
  });

  it("has no recording of a browser that is gone, or whose id is none", async () => {
    bench.world.browsers = [stopped(ONE), stopped("b1")];
    bench.world.instead = (path, response) => {
      if (!path.startsWith("/browsers/")) return false;
      response.writeHead(404, { "content-type": "application/json" }).end("{}");
      return true;
    };
    const { recordings } = await bench.gateway.getSession(RUN);
    expect(recordings.map(({ state }) => state)).toEqual(["none", "none"]);
  });

  it("takes no browser of another session for its own", async () => {
    bench.world.browsers = [stopped(ONE, { agentSessionId: TWO, recordingUrl: video(ONE) })];
    expect((await bench.gateway.getSession(RUN)).recordings).toEqual([]);
    expect(await codeOf(bench.gateway.getRecording(RUN, ONE))).toBe("file-not-found");
  });
});

describe("the recording of a run", () => {
  it("is that of the browser that is named, else of the newest that has stopped", async () => {
    bench.world.browsers = [
      stopped(ONE, { recordingUrl: video(ONE) }),
      stopped(TWO, { startedAt: "2026-01-02T03:10:00Z", recordingUrl: video(TWO) }),
    ];
    const link = (id: string) => ({ url: video(id), name: "film.mp4" });
    expect(await bench.gateway.getRecording(RUN, ONE)).toEqual(link(ONE));
    expect(await bench.gateway.getRecording(RUN, null)).toEqual(link(TWO));
    expect(await codeOf(bench.gateway.getRecording(RUN, RUN_ID))).toBe("file-not-found");
    const ofNone = { ...RUN, sessionId: null };
    expect(await codeOf(bench.gateway.getRecording(ofNone, null))).toBe("file-not-found");
  });
});
