import { describe, expect, it } from "vitest";
import { ask, emulatorBench, field } from "../test-emulator";

const emulator = emulatorBench();
const bodyOf = async (path: string, method?: string, given?: unknown) =>
  (await emulator.v4(path, method, given)).body;
const listOf = (body: unknown, key: string): unknown[] => {
  const list = field(body, key);
  return Array.isArray(list) ? list : [];
};
const advance = (id: string, advanceSeconds: number) =>
  emulator.control("POST", `/tasks/${id}/clock`, { advanceSeconds });

describe("a session", () => {
  it("is one row for all its runs, that of the newest", async () => {
    const [first, second] = [
      emulator.sampleRun("run-no-pictures"),
      emulator.sampleRun("run-follow-up"),
    ];
    const sessionId = field(await bodyOf(`/runs/${first}`), "sessionId");
    expect(await bodyOf(`/runs/${second}`)).toMatchObject({ sessionId });
    expect(await bodyOf(`/sessions/${String(sessionId)}`)).toMatchObject({
      sessionId,
      latestRunId: second,
    });
    const rows = listOf(await bodyOf("/sessions?limit=100"), "sessions");
    expect(rows.filter((row) => field(row, "sessionId") === sessionId)).toHaveLength(1);
    const runs = listOf(await bodyOf(`/runs?sessionId=${String(sessionId)}`), "runs");
    expect(runs.map((run) => field(run, "id"))).toEqual([second, first]);
  });

  it("makes a run of what waits once it is idle", async () => {
    const { taskId, sessionId } = await emulator.newTask("running", "v4", { startAtStep: 1 });
    const queue = `/sessions/${sessionId}/queue`;
    const sent = await bodyOf(queue, "POST", { text: "And socks." });
    expect(sent).toMatchObject({ mode: "queue", status: "pending", runId: null });
    expect(listOf(await bodyOf(queue), "queue")).toEqual([sent]);
    await advance(taskId, 3600);
    expect(listOf(await bodyOf(queue), "queue")).toEqual([]);
    const message = await bodyOf(`${queue}/${String(field(sent, "id"))}`);
    expect(message).toMatchObject({ status: "consumed" });
    expect(await bodyOf(`/runs/${String(field(message, "runId"))}`)).toMatchObject({
      task: "And socks.",
      sessionId,
      status: "queued",
    });
  });

  it("is interrupted where somebody wants that", async () => {
    const { taskId, sessionId } = await emulator.newTask("running", "v4", { startAtStep: 1 });
    const queue = `/sessions/${sessionId}/queue`;
    const sent = await bodyOf(queue, "POST", { text: "Stop, socks first.", interrupt: true });
    expect(sent).toMatchObject({ mode: "interrupt", status: "consumed" });
    expect(await bodyOf(`/runs/${taskId}/status`)).toEqual({ status: "cancelled" });
    expect(await bodyOf(`/sessions/${sessionId}`)).toMatchObject({
      latestRunId: field(sent, "runId"),
    });
  });

  it("takes a message back, and no more than ten", async () => {
    const { sessionId } = await emulator.newTask("running", "v4", { startAtStep: 1 });
    const queue = `/sessions/${sessionId}/queue`;
    for (let at = 0; at < 10; at++) await bodyOf(queue, "POST", { text: `Message ${String(at)}` });
    expect((await emulator.v4(queue, "POST", { text: "Too much" })).status).toBe(429);
    expect(await bodyOf(`${queue}/1`, "DELETE")).toMatchObject({ status: "cancelled" });
    expect((await emulator.v4(`${queue}/1`, "DELETE")).status).toBe(409);
    expect(listOf(await bodyOf(queue), "queue")).toHaveLength(9);
    expect((await emulator.v4(queue, "POST", {})).status).toBe(422);
  });
});

describe("a browser", () => {
  const browsersOf = async (sessionId: string, more = "") =>
    listOf(await bodyOf(`/browsers?agentSessionId=${sessionId}${more}`), "items");

  it("is there once it is ready, under the address that the log tells", async () => {
    const { taskId, sessionId } = await emulator.newTask("running", "v4");
    await bodyOf(`/runs/${taskId}`);
    expect(await browsersOf(sessionId)).toEqual([]);
    await advance(taskId, 5);
    const [browser] = await browsersOf(sessionId, "&filterBy=active");
    expect(browser).toMatchObject({ status: "active", agentSessionId: sessionId });
    const events = listOf(await bodyOf(`/runs/${taskId}/events`), "events");
    const ready = events.find((event) => field(event, "type") === "browser.ready");
    expect(field(ready, "data")).toEqual({
      browser_session_id: field(browser, "id"),
      live_view_url: field(browser, "liveUrl"),
    });
    expect((await ask(String(field(browser, "liveUrl")))).status).toBe(200);
    await advance(taskId, 3600);
    expect(await browsersOf(sessionId, "&filterBy=active")).toEqual([]);
    const [stopped] = await browsersOf(sessionId, "&filterBy=stopped");
    expect(stopped).toMatchObject({ status: "stopped", liveUrl: null, cdpUrl: null });
  });

  it("outlives its run until it is stopped", async () => {
    const { taskId, sessionId } = await emulator.newTask("run-browser-up", "v4");
    expect(await bodyOf(`/runs/${taskId}`)).toMatchObject({ status: "completed" });
    const [browser] = await browsersOf(sessionId);
    expect(browser).toMatchObject({ status: "active", finishedAt: null });
    const path = `/browsers/${String(field(browser, "id"))}`;
    expect((await emulator.v4(path, "PATCH", { action: "pause" })).status).toBe(422);
    expect(await bodyOf(path)).toMatchObject({ recordingUrl: null });
    const stopped = await bodyOf(path, "PATCH", { action: "stop" });
    expect(stopped).toMatchObject({ status: "stopped", liveUrl: null, recordingUrl: null });
    expect(field(await bodyOf(path), "recordingUrl")).toMatch(/^http/);
    expect(await bodyOf(path, "PATCH", { action: "stop" })).toEqual(stopped);
  });

  it("has a recording in its own answer alone, once it has stopped", async () => {
    const { sessionId } = await emulator.newTask("run-pictures", "v4");
    const [browser] = await browsersOf(sessionId);
    expect(field(browser, "recordingUrl")).toBeNull();
    const whole = await bodyOf(`/browsers/${String(field(browser, "id"))}`);
    const video = await ask(String(field(whole, "recordingUrl")));
    expect(video.headers.get("content-type")).toBe("video/webm");
  });
});

describe("files", () => {
  const filesOf = async (path: string, query = "includeUrls=true") =>
    listOf(await bodyOf(`${path}?${query}`), "files");

  it("stand in the workspace once they are made, with addresses for those who want them", async () => {
    const { taskId } = await emulator.newTask("run-workspace", "v4", { startAtStep: 3 });
    const path = `/workspaces/${String(field(await bodyOf(`/runs/${taskId}`), "workspaceId"))}/files`;
    expect(await filesOf(path)).toEqual([]);
    await advance(taskId, 60);
    const [hours, notes] = await filesOf(path);
    expect([field(hours, "path"), field(notes, "path")]).toEqual([
      "libraries/hours.csv",
      "notes.md",
    ]);
    const got = await ask(String(field(hours, "url")));
    expect(got.text).toContain("Port Amaro");
    expect(Buffer.byteLength(got.text)).toBe(field(hours, "size"));
    expect(new URL(String(field(hours, "url"))).searchParams.get("X-Amz-Expires")).toBe("60");
    expect(await filesOf(path, "prefix=libraries/")).toMatchObject([{ url: null }]);
    const [saved] = await filesOf(path, "includeUrls=true&contentDisposition=attachment");
    const attachment = await ask(String(field(saved, "url")));
    expect(attachment.headers.get("content-disposition")).toBe('attachment; filename="hours.csv"');
  });

  it("come in pages", async () => {
    const id = emulator.sampleRun("run-pictures");
    const path = `/workspaces/${String(field(await bodyOf(`/runs/${id}`), "workspaceId"))}/files`;
    const names: unknown[] = [];
    let cursor = "";
    do {
      const page = await bodyOf(`${path}?limit=3${cursor === "" ? "" : `&cursor=${cursor}`}`);
      names.push(...listOf(page, "files").map((file) => field(file, "path")));
      const next = field(page, "nextCursor");
      cursor = typeof next === "string" ? next : "";
    } while (cursor !== "");
    expect(names).toHaveLength(4);
    expect(new Set(names).size).toBe(4);
    expect((await emulator.v4(`${path}?cursor=x`)).status).toBe(400);
  });

  it("that the browser saved live for fifteen minutes", async () => {
    const { taskId, sessionId } = await emulator.newTask("run-workspace", "v4");
    await bodyOf(`/runs/${taskId}`);
    await advance(taskId, 60);
    const [browser] = listOf(await bodyOf(`/browsers?agentSessionId=${sessionId}`), "items");
    const [map] = await filesOf(`/browsers/${String(field(browser, "id"))}/downloads`);
    expect(field(map, "path")).toBe("tallowby-map.pdf");
    const url = new URL(String(field(map, "url")));
    expect(url.searchParams.get("X-Amz-Expires")).toBe("900");
    expect((await ask(url.href)).headers.get("content-type")).toBe("application/pdf");
  });

  it("are refused once their addresses have expired", async () => {
    const { taskId } = await emulator.newTask("run-pictures", "v4");
    const path = `/workspaces/${String(field(await bodyOf(`/runs/${taskId}`), "workspaceId"))}/files`;
    const [old] = await filesOf(path);
    await emulator.control("POST", `/tasks/${taskId}/assets`, { expired: true });
    expect((await ask(String(field(old, "url")))).status).toBe(403);
  });
});
