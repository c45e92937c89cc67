// @ts-check
import { once } from "node:events";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { askSince, createViewer, readHead } from "./viewer.mjs";

/** @type {(() => void)[]} */
const closers = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** @param {import("node:http").RequestListener} listener */
async function serve(listener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === "object" ? address?.port : "")}`;
}

describe("a viewer", () => {
  it("says what it has, and is answered in changes or not at all", async () => {
    /** @type {unknown[]} */
    const asked = [];
    const whole = JSON.stringify({ revision: "r/1", stale: null, task: {}, steps: [] });
    const answers = [whole, JSON.stringify({ delta: true, revision: "r2" }), ""];
    const origin = await serve((request, response) => {
      asked.push([request.url, request.headers["if-none-match"]]);
      const body = answers[asked.length - 1] ?? "";
      response.writeHead(body === "" ? 304 : 200, { "content-encoding": "gzip" });
      response.end(body === "" ? undefined : gzipSync(body));
    });
    const poll = createViewer({ origin, path: "/api/tasks/1", speaksDelta: true });
    const polls = [await poll(), await poll(), await poll()];
    expect(asked).toEqual([
      ["/api/tasks/1", undefined],
      ["/api/tasks/1?since=r%2F1", '"r/1"'],
      ["/api/tasks/1?since=r2", '"r2"'],
    ]);
    expect(polls.map(({ status, bytes, isDelta }) => ({ status, bytes, isDelta }))).toEqual([
      { status: 200, bytes: whole.length, isDelta: false },
      { status: 200, bytes: 30, isDelta: true },
      { status: 304, bytes: 0, isDelta: false },
    ]);
    expect(polls[2]?.wireBytes).toBeGreaterThan(50);
  });

  it("asks for the whole document each time where no deltas are spoken", async () => {
    /** @type {unknown[]} */
    const asked = [];
    const origin = await serve((request, response) => {
      asked.push(request.url);
      response.end("{}");
    });
    const poll = createViewer({ origin, path: "/tasks/1", speaksDelta: false });
    expect([(await poll()).bytes, (await poll()).bytes]).toEqual([2, 2]);
    expect(asked).toEqual(["/tasks/1", "/tasks/1"]);
  });

  it("does not let a labelled answer be confirmed without a body", () => {
    const head = readHead('{"revision":"a","stale":{"since":"2026-01-01T00:00:00Z"}}');
    expect(head).toEqual({ revision: "a", isStale: true, isDelta: false });
    expect(askSince(head)).toEqual({ query: "?since=a", headers: {} });
    expect(askSince(head, 10)).toEqual({ query: "?since=a", headers: {} });
    expect(askSince({ ...head, isStale: false }, 10).query).toBe("?since=a&wait=10");
  });
});
