import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as postControl } from "@/app/api/tasks/[taskId]/control/route";
import { GET as getQueue } from "@/app/api/tasks/[taskId]/queue/route";
import { GET as getTask } from "@/app/api/tasks/[taskId]/route";
import { createEmulator, type Emulator } from "@/e2e/emulator/server";
import { ask, field } from "@/e2e/emulator/test-emulator";
import { callRoute, configureProduct } from "@/test/product";

const KEY = "bu_canary_5f0c";
const JSON_TYPE = { "content-type": "application/json" };
let emulator: Emulator;

beforeAll(async () => {
  emulator = await createEmulator({ key: KEY });
});
afterAll(() => emulator.close());

const configure = (settings: Readonly<Record<string, string>> = { ALLOW_CONTROL: "1" }) => {
  configureProduct({
    BROWSER_USE_API_KEY: KEY,
    BROWSER_USE_BASE_URL: emulator.baseUrl,
    POLL_INTERVAL_MS: "60000",
    ...settings,
  });
};
beforeEach(() => {
  configure();
});

async function newTask(contract: string): Promise<string> {
  const body = JSON.stringify({ scenario: "keep-alive", contract, startAtStep: 3 });
  const { body: answer } = await ask(`${emulator.origin}/__emulator/tasks`, {
    method: "POST",
    body,
  });
  return String(field(answer, "taskId"));
}

async function control(taskId: string, wish: unknown, headers: Record<string, string> = {}) {
  const init = {
    method: "POST",
    body: JSON.stringify(wish),
    headers: { ...JSON_TYPE, ...headers },
  };
  const response = await callRoute(postControl, "/x", { taskId }, init);
  const body: unknown = await response.json();
  return { status: response.status, body, code: String(field(body, "code")) };
}

async function readQueue(taskId: string) {
  const response = await callRoute(getQueue, "/x", { taskId });
  const body: unknown = await response.json();
  return { status: response.status, body, code: String(field(body, "code")) };
}

/** What a page is told of the task, of which no call is due for a minute. */
async function shown(taskId: string): Promise<unknown> {
  const response = await callRoute(getTask, "/x", { taskId });
  return field(await response.json(), "task");
}

describe.each(["documented", "current", "v4"])("a task that runs, %s contract", (contract) => {
  it.each([false, true])("is stopped and read anew, its browser, too: %s", async (withBrowser) => {
    const taskId = await newTask(contract);
    expect(field(await shown(taskId), "status")).toBe("running");
    expect(await control(taskId, { action: "stop", withBrowser })).toMatchObject({
      status: 200,
      body: {},
    });
    const task = await shown(taskId);
    expect(field(task, "status")).toBe("stopped");
    if (contract === "documented") return;
    expect(field(task, "sessionStatus")).toBe(withBrowser ? "stopped" : "active");
    expect(await control(taskId, { action: "stop-browser" })).toMatchObject({ status: 200 });
    expect(field(await shown(taskId), "sessionStatus")).toBe("stopped");
  });
});

describe("messages for the session of a run", () => {
  it("wait, and are told until the queue is full", async () => {
    const taskId = await newTask("v4");
    expect(await readQueue(taskId)).toMatchObject({ status: 200, body: { messages: [] } });
    for (let count = 0; count < 10; count += 1) {
      const text = `Message ${String(count)}`;
      expect(await control(taskId, { action: "message", text })).toMatchObject({ status: 200 });
    }
    expect(await control(taskId, { action: "message", text: "One more" })).toMatchObject({
      status: 409,
      code: "queue-full",
    });
    const { body } = await readQueue(taskId);
    expect(field(body, "messages", 0)).toMatchObject({ text: "Message 0", status: "pending" });
    expect(field(body, "messages", "length")).toBe(10);
  });

  it("cancel the run where they interrupt", async () => {
    const taskId = await newTask("v4");
    await control(taskId, { action: "message", text: "Rather bread", interrupt: true });
    expect(field(await shown(taskId), "status")).toBe("stopped");
  });

  it("are none of a task of v2", async () => {
    const taskId = await newTask("current");
    expect((await readQueue(taskId)).code).toBe("not-found");
    expect((await control(taskId, { action: "message", text: "Go on" })).code).toBe("not-found");
  });
});

describe("control of a task", () => {
  it("is off unless it is switched on, and nothing is asked for then", async () => {
    configure({});
    const taskId = await newTask("v4");
    expect(await control(taskId, { action: "stop" })).toMatchObject({
      status: 403,
      code: "control-off",
    });
    expect(await readQueue(taskId)).toMatchObject({ status: 403, code: "control-off" });
    expect(field(await shown(taskId), "status")).toBe("running");
  });

  it.each([
    ["another site", { action: "stop" }, { "sec-fetch-site": "cross-site" }, "cross-site"],
    ["a form", { action: "stop" }, { "content-type": "text/plain" }, "cross-site"],
    ["no action", {}, {}, "bad-request"],
    ["an unknown action", { action: "pause" }, {}, "bad-request"],
    ["a field too many", { action: "stop-browser", id: "x" }, {}, "bad-request"],
    ["an empty message", { action: "message", text: " \n" }, {}, "bad-request"],
    ["a long message", { action: "message", text: "x".repeat(20_001) }, {}, "bad-request"],
    ["a large body", { action: "message", text: "x".repeat(70_000) }, {}, "body-too-large"],
  ])("is refused for %s", async (_, wish, headers: Record<string, string>, code) => {
    const taskId = await newTask("current");
    expect((await control(taskId, wish, headers)).code).toBe(code);
    expect(field(await shown(taskId), "status")).toBe("running");
  });
});
