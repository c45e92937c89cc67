import "server-only";
import { afterEach, beforeEach, expect } from "vitest";
import { createUpstreamClient } from "@/lib/server/upstream/client";
import { createGateway } from "@/lib/server/upstream/create-gateway";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { TaskGateway } from "@/lib/server/upstream/gateway";
import { allowedLiveUrl } from "@/lib/server/upstream/live-url";
import { sendJson, startTestServer, type TestServer } from "./server";
import { createRunGateway } from "@/lib/server/upstream/v4/run-gateway";
import { UpstreamPause } from "@/lib/server/upstream/upstream-pause";
import { currentSession, currentTask, documentedTask } from "./task";

/** The key that must turn up in no error. */
export const KEY = "canary-key";

/** Both wire contracts, with a maker of tasks and the name of the output. */
export const CONTRACTS = [
  { contract: "documented", make: documentedTask, outputKey: "doneOutput" },
  { contract: "current", make: currentTask, outputKey: "output" },
] as const;

/** A gateway before a server of its own for each test of a file. */
export type GatewayBench = {
  server: TestServer;
  /** To v2. */
  gateway: TaskGateway;
  /** To v4. */
  runs: TaskGateway;
  /** Epoch milliseconds on the gateway's clock. */
  now: number;
  warnings: unknown[];
  /** The client's deadlines, generous: a busy machine must not fail a test. */
  deadlines: { headersMs: number; totalMs: number };
};

/** Sets a gateway up before each test and takes it down after. */
export function gatewayBench(): GatewayBench {
  const bench: GatewayBench = { ...EMPTY };
  beforeEach(async () => {
    bench.server = await startTestServer((_, response) => {
      sendJson(response, {}, 404);
    });
    bench.now = Date.parse("2026-01-02T03:05:00Z");
    bench.warnings = [];
    bench.deadlines = { ...EMPTY.deadlines };
    const connection = (version: string) => {
      const baseUrl = `${bench.server.origin}/api/${version}`;
      const rules = { liveOrigins: ["https://live.browser-use.com"], baseUrl, ownOrigins: [] };
      const client = createUpstreamClient({
        baseUrl,
        apiKey: KEY,
        now: () => bench.now,
        pause: new UpstreamPause(),
        deadlines: bench.deadlines,
      });
      return {
        client,
        allowLiveUrl: (url: string | null) => allowedLiveUrl(url, rules),
        now: () => bench.now,
        warn: (fields: unknown) => bench.warnings.push(fields),
      };
    };
    bench.gateway = createGateway(connection("v2"));
    const v4 = connection("v4");
    bench.runs = createRunGateway({ ...v4, statusClient: v4.client });
  });
  afterEach(() => bench.server.close());
  return bench;
}

const notYet = () => Promise.reject(new Error("The gateway works inside tests"));
const NO_GATEWAY: TaskGateway = {
  getTask: notYet,
  getFullTask: notYet,
  listTasks: notYet,
  listSessionTasks: notYet,
  getOutputFile: notYet,
  getUploadedFile: notYet,
  getLog: notYet,
  getSession: notYet,
  getRecording: notYet,
  getPicture: notYet,
  control: {
    stop: notYet,
    stopBrowser: notYet,
    setPaused: notYet,
    listMessages: notYet,
    sendMessage: notYet,
  },
};
const EMPTY: GatewayBench = {
  server: { origin: "", requests: [], answer: () => undefined, close: () => Promise.resolve() },
  gateway: NO_GATEWAY,
  runs: NO_GATEWAY,
  now: 0,
  warnings: [],
  deadlines: { headersMs: 10_000, totalMs: 15_000 },
};

/** Lets the server answer with this task, and with this session beside it. */
export function serve(
  bench: GatewayBench,
  task: unknown,
  session: unknown = currentSession(),
): void {
  bench.server.answer = (request, response) => {
    if (request.url?.includes("/sessions/") === true) sendJson(response, session);
    else sendJson(response, task);
  };
}

/** The code of the `UpstreamError` that a call ends with; checks that it does not tell the key. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(UpstreamError);
  if (!(error instanceof UpstreamError)) return "none";
  expect(`${error.message} ${error.stack ?? ""}`).not.toContain(KEY);
  return error.code;
}
