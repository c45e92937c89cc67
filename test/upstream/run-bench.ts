import "server-only";
import { afterEach, beforeEach } from "vitest";
import { createUpstreamClient } from "@/lib/server/upstream/client";
import type { UpstreamTask } from "@/lib/server/upstream/contracts/upstream-task";
import type { TaskGateway } from "@/lib/server/upstream/gateway";
import { allowedLiveUrl } from "@/lib/server/upstream/live-url";
import { UpstreamPause } from "@/lib/server/upstream/upstream-pause";
import { createRunGateway } from "@/lib/server/upstream/v4/run-gateway";
import { KEY } from "./gateway";
import { answerRun, MADE_AT, RUN_ID, runWorld, type RunWorld } from "./run";
import { startTestServer, type TestServer } from "./server";

/** A gateway to v4 before a server of its own for each test of a file. */
type RunBench = {
  /** What the upstream says; change it between two readings. */
  world: RunWorld;
  gateway: TaskGateway;
  /** Epoch milliseconds on the gateway's clock. */
  now: number;
  /** Reads the run some seconds later. */
  read: (before: UpstreamTask | null, seconds?: number) => Promise<UpstreamTask>;
  /** The paths that were asked for since the last time, with `/run` for the run. */
  asked: () => string[];
};

/** Sets the gateway up before each test and takes it down after. */
export function runBench(): RunBench {
  let server: TestServer | null = null;
  const bench: RunBench = {
    world: runWorld(),
    gateway: connect(""),
    now: 0,
    read: (before, seconds = 1) => {
      bench.now += seconds * 1000;
      return bench.gateway.getTask(RUN_ID, before);
    },
    asked: () =>
      (server?.requests ?? [])
        .splice(0)
        .map(({ url }) => url.replace("/api/v4", "").replace(`/runs/${RUN_ID}`, "/run")),
  };
  beforeEach(async () => {
    bench.world = runWorld();
    bench.now = MADE_AT + 3_600_000;
    server = await startTestServer(answerRun(bench.world));
    bench.gateway = connect(server.origin);
  });
  afterEach(() => server?.close());
  return bench;

  function connect(origin: string): TaskGateway {
    const baseUrl = `${origin === "" ? "http://127.0.0.1" : origin}/api/v4`;
    const now = () => bench.now;
    const client = () =>
      createUpstreamClient({ baseUrl, apiKey: KEY, now, pause: new UpstreamPause() });
    const rules = { liveOrigins: ["https://live.browser-use.com"], baseUrl, ownOrigins: [] };
    return createRunGateway({
      client: client(),
      statusClient: client(),
      allowLiveUrl: (url) => allowedLiveUrl(url, rules),
      now,
      warn: () => undefined,
    });
  }
}
