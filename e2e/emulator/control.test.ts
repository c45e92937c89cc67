import { describe, expect, it } from "vitest";
import { ask, field, emulatorBench } from "./test-emulator";

const emulator = emulatorBench();
const task = async (taskId: string) => (await emulator.api(`/tasks/${taskId}`)).body;

describe("the control endpoint", () => {
  it("lists the samples, and looking at the list starts no task", async () => {
    const { body } = await emulator.control("GET", "/scenarios");
    expect(body).toEqual(emulator.running().samples);
    const running = emulator.running().samples.find(({ scenario }) => scenario === "running");
    expect(running?.taskId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("makes tasks that do not disturb each other", async () => {
    const first = await emulator.newTask("running", "current", { startAtStep: 3 });
    const second = await emulator.newTask("running", "current", { startAtStep: 3 });
    await emulator.control("POST", `/tasks/${first.taskId}/clock`, { advanceSeconds: 3600 });
    expect(await task(first.taskId)).toMatchObject({ status: "finished" });
    expect(await task(second.taskId)).toMatchObject({ status: "started" });
  });

  it("says no to what does not exist", async () => {
    const unknown = { scenario: "no-such-run", contract: "current" };
    expect((await emulator.control("POST", "/tasks", unknown)).status).toBe(400);
    const wrong = { scenario: "paused", contract: "current" };
    expect((await emulator.control("POST", "/tasks", wrong)).status).toBe(400);
    expect((await emulator.control("POST", "/tasks/x/clock", { speed: 2 })).status).toBe(404);
    expect((await emulator.control("GET", "/secrets")).status).toBe(404);
  });

  it("is closed to pages", async () => {
    const { status } = await ask(`${emulator.running().origin}/__emulator/scenarios`, {
      headers: { origin: "http://127.0.0.1:3000" },
    });
    expect(status).toBe(403);
  });

  it("serves odd payloads and the true ones again", async () => {
    const { taskId } = await emulator.newTask("success-6", "documented");
    const path = `/patch-task/${taskId}`;
    await emulator.control("POST", path, { status: "dreaming", session: { liveUrl: "x" } });
    expect(await task(taskId)).toMatchObject({
      status: "dreaming",
      session: { liveUrl: "x", status: "stopped" },
    });
    await emulator.control("POST", path, { steps: null });
    expect(await task(taskId)).toMatchObject({ steps: null, status: "finished" });
    await emulator.control("POST", path, null);
    expect(field(await task(taskId), "steps", "length")).toBe(6);
  });

  it("speeds a task up from its first reader on", async () => {
    const { taskId } = await emulator.newTask("running", "current", { speed: 1000 });
    expect(await task(taskId)).toMatchObject({ status: "created" });
    await expect.poll(async () => field(await task(taskId), "status")).toBe("finished");
  });
});

describe("presigned addresses over HTTP", () => {
  const addresses = async (taskId: string) =>
    String(field(await task(taskId), "steps", 1, "screenshotUrl"));

  it("lead to a picture, without the key", async () => {
    const { taskId } = await emulator.newTask("success-6", "current");
    const url = await addresses(taskId);
    expect(await addresses(taskId)).not.toBe(url);
    const { status, headers, text } = await ask(url);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^image\//);
    expect(text.length).toBeGreaterThan(1000);
    await ask(url, { headers: { "X-Browser-Use-API-Key": "leaked" } });
    const { body } = await emulator.control("GET", `/requests?path=/assets/${taskId}`);
    expect([field(body, 0, "hasKey"), field(body, 1, "hasKey")]).toEqual([false, true]);
  });

  it("can be made to expire, and new ones work", async () => {
    const { taskId } = await emulator.newTask("success-6", "documented");
    const old = await addresses(taskId);
    await emulator.control("POST", `/tasks/${taskId}/assets`, { expired: true });
    const refused = await ask(old);
    expect([refused.status, refused.headers.get("content-type")]).toEqual([403, "application/xml"]);
    expect(refused.text).toContain("<Error>");
    expect((await ask(await addresses(taskId))).status).toBe(200);
  });

  it("live as long as they are told to", async () => {
    const { taskId } = await emulator.newTask("success-6", "documented");
    await emulator.control("POST", `/tasks/${taskId}/assets`, { lifetimeSeconds: -1 });
    expect((await ask(await addresses(taskId))).status).toBe(403);
  });

  it("may lead to what is gone or refused", async () => {
    const { taskId } = await emulator.newTask("missing-screenshots", "documented");
    const body = await task(taskId);
    expect(field(body, "steps", 0, "screenshotUrl")).toBeNull();
    const statuses = [2, 3].map(
      async (index) => (await ask(String(field(body, "steps", index, "screenshotUrl")))).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 403]);
  });
});

describe("the live page", () => {
  it("shows the run while it goes on, and says when the session has ended", async () => {
    const { taskId } = await emulator.newTask("running", "documented", { startAtStep: 4 });
    const url = String(field(await task(taskId), "session", "liveUrl"));
    const page = await ask(url);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(page.text).toContain("clicks: 0");
    const state = await ask(`${url}/state`);
    expect(state.body).toMatchObject({ isActive: true, key: 4 });
    await emulator.control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 3600 });
    expect((await ask(`${url}/state`)).body).toMatchObject({ isActive: false });
  });
});
