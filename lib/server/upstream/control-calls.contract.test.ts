import { describe, expect, it } from "vitest";
import { codeOf, gatewayBench } from "@/test/upstream/gateway";
import { RUN_ID, RUN_SESSION_ID, wireBrowser } from "@/test/upstream/run";
import { sendJson } from "@/test/upstream/server";
import { TASK_ID } from "@/test/upstream/task";
import type { ControlGateway, SessionRef } from "./gateway";

const bench = gatewayBench();
const TASK: SessionRef = { id: TASK_ID, contract: "current", sessionId: null };
const OLD: SessionRef = { ...TASK, contract: "documented" };
const RUN: SessionRef = { id: RUN_ID, contract: "v4", sessionId: RUN_SESSION_ID };
const BROWSER = "0a1b2c3d-0000-4000-8000-0000000000c4";
const MESSAGE = { text: "Buy bread, too", interrupt: true };

const tasks = () => bench.gateway.control;
const runs = () => bench.runs.control;
const CANCEL = ["POST", `/api/v4/runs/${RUN_ID}/cancel`, {}];
const STOP_BROWSER = ["PATCH", `/api/v4/browsers/${BROWSER}`, { action: "stop" }];
const QUEUE = `/api/v4/sessions/${RUN_SESSION_ID}/queue`;
const SEND = ["POST", QUEUE, MESSAGE];
const changeTask = (action: string) => ["PATCH", `/api/v2/tasks/${TASK_ID}`, { action }];

/** Lets the server note what it is sent, and answer what changes something with `status`. */
function notes(status = 200, headers: Record<string, string> = {}, body: unknown = {}) {
  const sent: unknown[] = [];
  bench.server.answer = (request, response) => {
    const { method = "", url = "" } = request;
    if (url.startsWith("/api/v4/browsers?")) {
      const gone = wireBrowser("0a1b2c3d-0000-4000-8000-0000000000c5", { status: "stopped" });
      sendJson(response, { items: [gone, wireBrowser(BROWSER), wireBrowser("../b")] });
      return;
    }
    let text = "";
    request.on("data", (part) => (text += String(part)));
    request.on("end", () => {
      sent.push([method, url, text === "" ? null : JSON.parse(text)]);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      sendJson(response, body, status);
    });
  };
  return sent;
}

/** Every call that changes something, by what it sends. */
const CALLS: readonly [string, () => Promise<void>, readonly unknown[]][] = [
  ["a task is stopped", () => tasks().stop(TASK, false), [changeTask("stop")]],
  [
    "a task is stopped with its browser",
    () => tasks().stop(TASK, true),
    [changeTask("stop_task_and_session")],
  ],
  [
    "the browser of a task is stopped",
    () => tasks().stopBrowser(TASK),
    [changeTask("stop_task_and_session")],
  ],
  ["a task is paused", () => tasks().setPaused(OLD, true), [changeTask("pause")]],
  ["a task goes on", () => tasks().setPaused(OLD, false), [changeTask("resume")]],
  ["a run is stopped", () => runs().stop(RUN, false), [CANCEL]],
  ["a run is stopped with its browser", () => runs().stop(RUN, true), [CANCEL, STOP_BROWSER]],
  ["the browser of a run is stopped", () => runs().stopBrowser(RUN), [STOP_BROWSER]],
  ["a message is sent", () => runs().sendMessage(RUN, MESSAGE), [SEND]],
];

describe.each(CALLS)("%s", (_, call, expected) => {
  it.each([200, 201, 202])("by what is documented, where %i is an answer", async (status) => {
    const sent = notes(status);
    await call();
    expect(sent).toEqual(expected);
    const typed = bench.server.requests.filter(({ method }) => method !== "GET");
    for (const { headers } of typed) expect(headers["content-type"]).toBe("application/json");
  });

  it.each([
    [401, "key-rejected"],
    [402, "credits-exhausted"],
    [403, "key-rejected"],
    [404, "task-not-found"],
    [408, "outcome-unknown"],
    [422, "upstream-refused"],
    [500, "outcome-unknown"],
    [503, "outcome-unknown"],
    [504, "outcome-unknown"],
    [302, "upstream-unavailable"],
  ])("is refused with %i as %s, and not tried again", async (status, code) => {
    const sent = notes(status, { location: "/elsewhere" });
    expect(await codeOf(call())).toBe(code);
    expect(sent).toHaveLength(1);
  });

  it("may have arrived where the connection is lost or no answer comes, and is not tried again", async () => {
    Object.assign(bench.deadlines, { headersMs: 500, totalMs: 600 });
    for (const lose of [true, false]) {
      let arrived = 0;
      bench.server.answer = (request, response) => {
        if (request.method === "GET") sendJson(response, { items: [wireBrowser(BROWSER)] });
        else {
          arrived += 1;
          if (lose) request.socket.destroy();
        }
      };
      expect(await codeOf(call())).toBe("outcome-unknown");
      expect(arrived).toBe(1);
    }
  });

  it("holds all calls where the limit of calls is met", async () => {
    const sent = notes(429, {}, { error: "rate_limited", retry_after_seconds: 7 });
    expect(await codeOf(call())).toBe("upstream-rate-limited");
    await expect(call()).rejects.toMatchObject({ name: "NotCalled", cooldownLeftMs: 7000 });
    expect(sent).toHaveLength(1);
  });
});

describe("what only one call is answered", () => {
  const send = () => runs().sendMessage(RUN, MESSAGE);
  it.each<[string, number, () => Promise<void>, string]>([
    ["a cancel that was not passed on", 502, () => runs().stop(RUN, true), "upstream-unavailable"],
    ["a full queue", 429, send, "queue-full"],
    ["a busy session", 409, send, "session-busy"],
    ["a message that broke on its way", 502, send, "outcome-unknown"],
  ])("%s has a word of its own", async (_, status, call, code) => {
    const sent = notes(status, { "x-ratelimit-reset": "4" }, { detail: "texts of theirs" });
    expect(await codeOf(call())).toBe(code);
    // It is no limit of calls: nothing else waits for it.
    expect(await codeOf(call())).toBe(code);
    expect(sent).toHaveLength(2);
  });
});

it("a pause is none of today's v2 and of v4, and nothing is asked for", async () => {
  expect(await codeOf(tasks().setPaused(TASK, true))).toBe("not-found");
  expect(await codeOf(runs().setPaused(RUN, false))).toBe("not-found");
  expect(bench.server.requests).toEqual([]);
});

describe("the messages of a session", () => {
  const list = (control: ControlGateway, task: SessionRef) => control.listMessages(task);
  const message = (more: object) => ({
    id: 1,
    text: "",
    mode: "queue",
    status: "pending",
    ...more,
  });

  it("are told with their words, cut where they are long", async () => {
    const at = "2026-01-02T03:04:05Z";
    const queue = [
      message({ text: "Go on", createdAt: at, sessionId: "theirs" }),
      message({ id: 2, mode: "interrupt", status: "odd", text: "é".repeat(9000), createdAt: "?" }),
    ];
    const sent = notes(200, {}, { queue });
    const [first, second, ...more] = await list(runs(), RUN);
    expect(sent).toEqual([["GET", QUEUE, null]]);
    expect(first).toEqual({
      id: 1,
      text: "Go on",
      mode: "queue",
      status: "pending",
      createdAt: "2026-01-02T03:04:05.000Z",
    });
    expect(second).toMatchObject({ mode: "interrupt", status: "unknown", createdAt: null });
    expect(Buffer.byteLength(second?.text ?? "")).toBe(4096);
    expect(more).toEqual([]);
  });

  it.each([{}, { queue: null }, { queue: [{ text: "no id" }] }, []])(
    "are not read from %j",
    async (body) => {
      notes(200, {}, body);
      expect(await codeOf(list(runs(), RUN))).toBe("upstream-invalid");
    },
  );

  it("are none where there is no session, and in v2", async () => {
    expect(await codeOf(list(runs(), { ...RUN, sessionId: null }))).toBe("not-found");
    expect(await codeOf(list(runs(), { ...RUN, sessionId: "../x" }))).toBe("not-found");
    expect(await codeOf(list(tasks(), TASK))).toBe("not-found");
    expect(await codeOf(tasks().sendMessage(TASK, MESSAGE))).toBe("not-found");
    expect(bench.server.requests).toEqual([]);
  });
});
