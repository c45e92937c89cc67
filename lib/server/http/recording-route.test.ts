import { beforeEach, describe, expect, it } from "vitest";
import { GET as getFile } from "@/app/api/tasks/[taskId]/files/[fileId]/route";
import { GET as getTask } from "@/app/api/tasks/[taskId]/route";
import { GET as getRecording } from "@/app/api/tasks/[taskId]/recording/route";
import { GET as getSession } from "@/app/api/tasks/[taskId]/session/route";
import { emulatorBench, field } from "@/e2e/emulator/test-emulator";
import { callRoute, configureProduct } from "@/test/product";

const emulator = emulatorBench();

beforeEach(async () => {
  const { key, baseUrl } = emulator.running();
  configureProduct({
    BROWSER_USE_API_KEY: key,
    BROWSER_USE_BASE_URL: baseUrl,
    POLL_INTERVAL_MS: "60000",
  });
  await emulator.control("DELETE", "/requests");
});

async function readSession(taskId: string): Promise<unknown> {
  const response = await callRoute(getSession, "/", { taskId });
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text).not.toMatch(/X-Amz-|\/assets\/|\/live\/|cdp/);
  return JSON.parse(text);
}

const ask = (taskId: string, query = "", init: RequestInit = {}) =>
  callRoute(getRecording, `/x${query}`, { taskId }, init);

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe.each([
  ["current", "success-6"],
  ["v4", "run-pictures"],
])("the session of a recorded task in the %s contract", (contract, scenario) => {
  it("tells of its recording, and hands it over whole or in part", async () => {
    const { taskId } = await emulator.newTask(scenario, contract);
    const session = await readSession(taskId);
    expect(session).toMatchObject({ status: "stopped", recordings: [{ state: "ready" }] });
    const whole = await ask(taskId);
    expect(whole.headers.get("content-type")).toBe("video/webm");
    const bytes = await bytesOf(whole);
    const browser = field(session, "recordings", 0, "browserId");
    const query = typeof browser === "string" ? `?browser=${browser}` : "";
    const part = await ask(taskId, query, { headers: { range: "bytes=100-" } });
    expect(part.status).toBe(206);
    expect((await bytesOf(part)).equals(bytes.subarray(100))).toBe(true);
  });

  it("answers a HEAD without a byte, and lets go of the storage", async () => {
    const { taskId } = await emulator.newTask(scenario, contract);
    const head = await ask(taskId, "", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(Number(head.headers.get("content-length"))).toBeGreaterThan(1000);
    await expect(head.body?.getReader().read()).resolves.toEqual({ done: true, value: undefined });
  });

  it("is asked for once by all who want to know at the same time", async () => {
    const { taskId, sessionId } = await emulator.newTask(scenario, contract);
    await Promise.all(Array.from({ length: 10 }, () => readSession(taskId)));
    const { body } = await emulator.control("GET", "/requests?path=/api/");
    const paths = Array.isArray(body)
      ? body.map((each: unknown) => String(field(each, "path")))
      : [];
    expect(paths.filter((path) => /\/browsers\/[^/]+$/.test(path)).length).toBeLessThanOrEqual(1);
    // The first look at a task that has just ended asks for its session, too.
    expect(paths.filter((path) => path.includes(sessionId)).length).toBeLessThanOrEqual(2);
  });
});

describe("the files of a run", () => {
  it("are those that its browser downloaded, too", async () => {
    const { taskId } = await emulator.newTask("run-workspace", "v4");
    const task: unknown = await (await callRoute(getTask, "/", { taskId })).json();
    const files = field(task, "task", "files");
    const map = (Array.isArray(files) ? (files as readonly unknown[]) : []).find(
      (file) => field(file, "name") === "tallowby-map.pdf",
    );
    const fileId = String(field(map, "id"));
    const file = await callRoute(getFile, "/", { taskId, fileId });
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="tallowby-map.pdf"');
    expect(await file.text()).toMatch(/^%PDF/);
  });
});

describe("the session of a task", () => {
  it("of v2 tells that it is public, what its proxy carried, and its other tasks", async () => {
    const { taskId, sessionId } = await emulator.newTask("success-6", "current");
    const other = await emulator.newTask("running", "current", { sessionId });
    expect(await readSession(taskId)).toMatchObject({
      publicShareUrl: "https://cloud.browser-use.example/share/boots",
      keepAlive: false,
      proxyUsedMb: "14.2",
      proxyCost: "0.0710",
      tasks: [{ id: other.taskId }],
    });
  });

  it("of the documented contract, which has none, tells nothing", async () => {
    const { taskId } = await emulator.newTask("success-6", "documented");
    expect(await readSession(taskId)).toMatchObject({ status: null, recordings: [], tasks: [] });
    expect((await ask(taskId)).status).toBe(404);
  });

  it("has no recording while its browser is up, and a wrong browser is no browser", async () => {
    const { taskId } = await emulator.newTask("keep-alive", "current");
    expect(await readSession(taskId)).toMatchObject({
      keepAlive: true,
      recordings: [{ state: "after-stop" }],
    });
    for (const [query, code] of [
      ["", "file-not-found"],
      ["?browser=../x", "bad-request"],
      [`?browser=${taskId}`, "file-not-found"],
    ] as const) {
      expect(field(await (await ask(taskId, query)).json(), "code")).toBe(code);
    }
  });
});
