import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emulatorBench } from "@/e2e/emulator/test-emulator";
import { parseEnv } from "@/lib/server/config/env";
import type { LocalData } from "@/lib/server/data/data-store";
import { createMemoryData } from "@/lib/server/data/memory-data-store";
import { createTestRedis, hasRedis } from "@/test/redis";
import { wireStep } from "@/test/upstream/task";
import { startTestServer, type TestServer } from "@/test/upstream/server";
import { createApp, type App } from "./create-app";

const KEY = "bu_canary_notify";
const SECRET = "a-secret-of-the-test";
const { running, control, newTask } = emulatorBench({ key: KEY });

type Message = {
  id: string;
  event: string;
  changes: number;
  task: { id: string; status: string; judgeVerdict: boolean | null };
  link: string | null;
};

let receiver: TestServer;
/** Statuses that the receiver answers first; then 204. */
let failures: number[];
let messages: Message[];
let started: { app: App; stopping: AbortController }[];

beforeEach(async () => {
  failures = [];
  messages = [];
  started = [];
  receiver = await startTestServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += String(chunk)));
    request.on("end", () => {
      const { "x-sightglass-timestamp": time, "x-sightglass-signature": signature } =
        request.headers;
      const signed = createHmac("sha256", SECRET)
        .update(`${String(time)}.${body}`)
        .digest("hex");
      const status = signature === `v1=${signed}` ? (failures.shift() ?? 204) : 401;
      // Our own body.
      if (status === 204) messages.push(JSON.parse(body) as Message);
      response.writeHead(status).end();
    });
  });
});

afterEach(async () => {
  vi.useRealTimers();
  for (const { app } of started) app.close();
  await receiver.close();
});

/** Starts an instance; its store is its own unless one is given. */
function start(
  settings: Record<string, string> = {},
  data: LocalData = createMemoryData(Date.now),
) {
  const parsed = parseEnv({
    BROWSER_USE_API_KEY: KEY,
    BROWSER_USE_BASE_URL: running().baseUrl,
    LOG_LEVEL: "silent",
    POLL_INTERVAL_MS: "100",
    NOTIFY_URL: `${receiver.origin}/hook`,
    NOTIFY_SECRET: SECRET,
    NOTIFY_EVERY_SECONDS: "1",
    PUBLIC_BASE_URL: "https://sight.example",
    ...settings,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const stopping = new AbortController();
  const app = createApp(parsed.env, data, stopping.signal);
  started.push({ app, stopping });
  return { app, stopping };
}

const told = () =>
  messages.map(({ event, task, changes }) => `${event} ${task.status} ×${String(changes)}`);
const isTold = (...expected: string[]) => expect.poll(told, { timeout: 8000 }).toEqual(expected);
const set = (taskId: string, status: string) =>
  control("POST", `/patch-task/${taskId}`, { status });
/** What has happened was looked at. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const runningTask = async () => (await newTask("running", "current", { startAtStep: 3 })).taskId;

describe("messages about tasks that somebody opened", () => {
  it("come when nobody looks any more, lead to the task, and say how it went", async () => {
    const { app } = start();
    const taskId = await runningTask();
    await app.store.read(taskId);
    await set(taskId, "paused");
    await isTold("paused paused ×1");
    await set(taskId, "started");
    await isTold("paused paused ×1", "back-to-normal running ×1");
    await set(taskId, "finished");
    await isTold("paused paused ×1", "back-to-normal running ×1", "ended finished ×1");
    expect(messages[0]).toMatchObject({
      task: { id: taskId },
      need: { reason: "paused" },
      link: `https://sight.example/tasks/${taskId}`,
    });
    await expect
      .poll(async () => (await app.readStatus()).notices)
      .toMatchObject({ sender: "this", followed: 1, waiting: 0, failedAt: null });
    expect(await app.metrics.text()).toContain('sightglass_notices_total{result="delivered"} 3');
  });

  it("say why somebody is needed, lead to the step, and say when nobody is any more", async () => {
    const { app } = start();
    const taskId = await runningTask();
    await app.store.read(taskId);
    const steps = Array.from({ length: 19 }, (_, index) => wireStep(index + 1));
    const asks = wireStep(20, { nextGoal: "Wait for the user to solve the captcha." });
    await control("POST", `/patch-task/${taskId}`, { steps: [...steps, asks] });
    await isTold("needs-person running ×1");
    expect(messages[0]).toMatchObject({
      need: {
        reason: "captcha",
        severity: "now",
        step: 20,
        isGuess: true,
        title: "Waits at a captcha",
      },
      link: `https://sight.example/tasks/${taskId}?step=20`,
    });
    await control("POST", `/patch-task/${taskId}`, { steps: [...steps, asks, wireStep(21)] });
    await isTold("needs-person running ×1", "back-to-normal running ×1");
    expect(JSON.stringify(messages)).not.toContain("Wait for the user");
  });

  it("are none about tasks that were over, or that nobody opened", async () => {
    const { app } = start();
    const { taskId } = await newTask("success-6", "current", { startAtStep: 6 });
    await control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 600 });
    await app.store.read(taskId);
    const other = await runningTask();
    const opened = await runningTask();
    await app.store.read(opened);
    await set(other, "finished");
    await set(opened, "stopped");
    await isTold("ended stopped ×1");
    expect(messages[0]?.task.id).toBe(opened);
  });

  it("are merged while a run flaps", async () => {
    const { app } = start();
    const taskId = await runningTask();
    for (const status of ["paused", "started", "paused", "started", "paused"]) {
      await set(taskId, status);
      await expect
        .poll(async () => {
          const reading = await app.store.read(taskId);
          return reading.ok ? reading.snapshot.task.rawStatus : reading.code;
        })
        .toBe(status);
      await turn();
    }
    await isTold("paused paused ×1", "back-to-normal running ×1");
    vi.setSystemTime(Date.now() + 300_000);
    await isTold("paused paused ×1", "back-to-normal running ×1", "paused paused ×3");
  });

  it("are tried again, and what does not arrive is told by the next process, under the same id", async () => {
    const data = createMemoryData(Date.now);
    const kept: LocalData = { ...data, close: () => undefined };
    const first = start({}, kept);
    const taskId = await runningTask();
    await first.app.store.read(taskId);
    failures = [500];
    await set(taskId, "paused");
    await isTold("paused paused ×1");
    await expect
      .poll(async () => (await first.app.readStatus()).notices)
      .toMatchObject({ failedWith: "500", waiting: 0 });
    failures = Array<number>(20).fill(503);
    await set(taskId, "finished");
    await expect.poll(() => failures.length, { timeout: 8000 }).toBeLessThan(20);
    first.stopping.abort();
    await expect.poll(() => failures.length, { timeout: 8000 }).toBeLessThan(19);
    first.app.close();
    const lost = receiver.requests.at(-1)?.headers["x-sightglass-id"];
    failures = [];
    start({}, kept);
    await isTold("paused paused ×1", "ended finished ×1");
    expect(messages[1]?.id).toBe(lost);
    start({}, kept);
    const later = await runningTask();
    await started.at(-1)?.app.store.read(later);
    await set(later, "stopped");
    await isTold("paused paused ×1", "ended finished ×1", "ended stopped ×1");
  });
});

describe("messages about all tasks", () => {
  it("need nobody to open one, and tell nothing of what ended before the first start", async () => {
    const sample = (scenario: string) =>
      running().samples.find((each) => each.scenario === scenario && each.contract === "current")
        ?.taskId ?? "";
    const [taskId, before] = [sample("running"), sample("success-6")];
    const { app } = start({ NOTIFY_TASKS: "all", NOTIFY_EVENTS: "ended" });
    const isFollowed = async () => (await app.readStatus()).notices?.followed;
    await expect.poll(isFollowed, { timeout: 8000 }).toBeGreaterThan(0);
    await set(taskId, "failed");
    const about = (id: string) => messages.filter(({ task }) => task.id === id);
    await expect.poll(() => about(taskId).length, { timeout: 8000 }).toBe(1);
    expect(about(taskId)[0]).toMatchObject({ event: "ended", task: { status: "failed" } });
    expect(about(before)).toEqual([]);
    expect(messages.every(({ event }) => event === "ended")).toBe(true);
  });
});

describe.runIf(hasRedis)("messages of several instances", () => {
  it("come from one of them, and from another when that stops", async () => {
    const redis = await createTestRedis();
    await redis.start();
    const settings = { REDIS_URL: redis.url };
    const one = start(settings);
    await expect
      .poll(async () => (await one.app.readStatus()).notices?.sender, { timeout: 8000 })
      .toBe("this");
    const two = start(settings);
    const taskId = await runningTask();
    await two.app.store.read(taskId);
    await one.app.store.read(taskId);
    await set(taskId, "paused");
    await isTold("paused paused ×1");
    expect((await two.app.readStatus()).notices?.sender).toBe("another");
    one.stopping.abort();
    await expect
      .poll(async () => (await two.app.readStatus()).notices?.sender, { timeout: 8000 })
      .toBe("this");
    one.app.close();
    await set(taskId, "finished");
    await isTold("paused paused ×1", "ended finished ×1");
    await redis.close();
  }, 30_000);
});
