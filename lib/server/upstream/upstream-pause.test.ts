import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallQueue, NotCalled } from "./call-queue";
import { createUpstreamClient } from "./client";
import { createGateway } from "./create-gateway";
import { UpstreamError } from "./errors";
import type { TaskGateway, TaskRef } from "./gateway";
import { queuedGateway } from "./queued-gateway";
import { sendJson, startTestServer, type TestServer } from "@/test/upstream/server";
import { currentTask, FILE_ID, TASK_ID } from "@/test/upstream/task";
import { UpstreamPause } from "./upstream-pause";

const TASK: TaskRef = { id: TASK_ID, contract: "documented" };
const START = Date.parse("2026-01-02T03:05:00Z");

let server: TestServer;
let gateway: TaskGateway;
let now = START;
/** The answer to whatever path contains `path`. */
let limited: { path: string; headers: Record<string, string>; body?: string; status?: number };

beforeEach(async () => {
  now = START;
  limited = { path: "nowhere", headers: {} };
  server = await startTestServer((request, response) => {
    if (request.url?.includes(limited.path) === true) {
      const { status = 429, headers, body = "" } = limited;
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
    } else sendJson(response, currentTask());
  });
  const pause = new UpstreamPause(() => 0);
  const client = createUpstreamClient({
    baseUrl: server.origin,
    apiKey: "x",
    now: () => now,
    pause,
  });
  const plain = createGateway({
    client,
    allowLiveUrl: () => null,
    now: () => now,
    warn: () => undefined,
  });
  gateway = queuedGateway(plain, new CallQueue(16, 1000), pause);
});
afterEach(() => server.close());

/** Every call, and the path that it alone asks for. */
const CALLS: readonly [string, string, (gateway: TaskGateway) => Promise<unknown>][] = [
  ["a task", `/tasks/${TASK_ID}`, (of) => of.getTask(TASK_ID, null)],
  ["a whole task", `/tasks/${TASK_ID}`, (of) => of.getFullTask(TASK_ID)],
  ["a list", "/tasks?", (of) => of.listTasks(1, 20, {})],
  ["the tasks of a session", "/tasks?", (of) => of.listSessionTasks(TASK_ID)],
  ["an output file", "/output-files/", (of) => of.getOutputFile(TASK, FILE_ID)],
  ["an uploaded file", "/user-uploaded-files/", (of) => of.getUploadedFile(TASK, FILE_ID)],
  ["a log", "/logs", (of) => of.getLog(TASK)],
  ["a session", "/sessions/", (of) => of.getTask(TASK_ID, null)],
];
const PAIRS = CALLS.flatMap(([by, path, bring]) =>
  CALLS.map(([asked, , ask]) => [asked, by, path, bring, ask] as const),
);

const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

/** Limits whatever is asked for next. */
async function limitAll(answer: Omit<typeof limited, "path">) {
  limited = { path: "/", ...answer };
  return failureOf(gateway.listTasks(1, 20, {}));
}

/** For how many seconds no call goes out. */
async function pauseSeconds(): Promise<number> {
  limited.path = "nowhere";
  const error = await failureOf(gateway.getTask(TASK_ID, null));
  return error instanceof NotCalled ? Math.ceil(error.cooldownLeftMs / 1000) : 0;
}

describe("a pause", () => {
  it.each(PAIRS)("keeps %s at home after %s was refused", async (_, __, path, bring, ask) => {
    limited = { path, headers: { "retry-after": "7" } };
    await failureOf(bring(gateway));
    const before = server.requests.length;
    const error = await failureOf(ask(gateway));
    expect(server.requests).toHaveLength(before);
    if (error instanceof UpstreamError) {
      expect([error.code, error.retryAfterSeconds]).toEqual(["upstream-rate-limited", 7]);
    } else expect(error).toMatchObject({ cooldownLeftMs: 7000 });
    now += 7000;
    await failureOf(ask(gateway));
    expect(server.requests.length).toBeGreaterThan(before);
  });

  it("is announced by the headers of good answers, before anything is refused", async () => {
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4" };
    await limitAll({ status: 200, headers, body: "{}" });
    expect(await pauseSeconds()).toBe(4);
  });

  it.each([
    [{ "x-ratelimit-remaining": "1", "x-ratelimit-reset": "4" }, 0],
    [{ "x-ratelimit-remaining": "0" }, 0],
    [{ "x-ratelimit-remaining": "-3", "x-ratelimit-reset": "4" }, 4],
    [{ "x-ratelimit-remaining": "many", "x-ratelimit-reset": "4" }, 0],
    [{ "x-ratelimit-remaining": "0, 12", "x-ratelimit-reset": "4, 60" }, 4],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "NaN" }, 0],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "-5" }, 0],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2.2" }, 3],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "86400" }, 60],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9".repeat(40) }, 0],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(START / 1000 + 5) }, 5],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(START + 5000) }, 5],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(START / 1000 - 5) }, 0],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999" }, 60],
  ])("after a good answer with %j is %i seconds", async (headers, seconds) => {
    await limitAll({ status: 200, headers, body: "{}" });
    expect(await pauseSeconds()).toBe(seconds);
  });

  it.each([
    ["a body", {}, '{"error":"rate_limited","retry_after_seconds":9}', 9],
    ["a fraction", {}, '{"retry_after_seconds":1.2}', 2],
    ["a header before the body", { "retry-after": "3" }, '{"retry_after_seconds":9}', 3],
    ["the window's end", { "x-ratelimit-reset": "6" }, "", 6],
    [
      "a body before the window's end",
      { "x-ratelimit-reset": "6" },
      '{"retry_after_seconds":9}',
      9,
    ],
    ["years", {}, '{"retry_after_seconds":1e12}', 300],
    ["the past", {}, '{"retry_after_seconds":-4}', 1],
    ["a text", {}, '{"retry_after_seconds":"9"}', 1],
    ["no JSON", {}, "<html>", 1],
    ["a long body", {}, `{"retry_after_seconds":9,"x":"${"x".repeat(10_000)}"}`, 1],
  ])("after a 429 with %s is as long as that says", async (_, headers, body, seconds) => {
    await limitAll({ headers, body });
    expect(await pauseSeconds()).toBe(seconds);
  });

  it("does not wait for the body of a refusal that does not come", async () => {
    let isClosed = false;
    server.answer = (_, response) => {
      response.on("close", () => (isClosed = true));
      response.writeHead(429, { "content-type": "application/json" }).flushHeaders();
    };
    const error = await failureOf(gateway.listTasks(1, 20, {}));
    expect(error).toMatchObject({ code: "upstream-rate-limited" });
    await vi.waitFor(() => {
      expect(isClosed).toBe(true);
    });
    expect(await pauseSeconds()).toBe(1);
  });
});
