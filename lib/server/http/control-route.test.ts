import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as getControl, POST as postControl } from "@/app/api/tasks/[taskId]/control/route";
import { POST as postLive } from "@/app/api/tasks/[taskId]/live/route";
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

/** What may be done to a task, and what was. */
async function standing(taskId: string, headers: Record<string, string> = {}): Promise<unknown> {
  return (await callRoute(getControl, "/x", { taskId }, { headers })).json();
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

describe("a pause", () => {
  it("is offered and made where the contract has it, and ended again", async () => {
    const taskId = await newTask("documented");
    expect(await standing(taskId)).toEqual({ isAllowed: true, canPause: true, notes: [] });
    expect(await control(taskId, { action: "pause" })).toMatchObject({ status: 200 });
    expect(field(await shown(taskId), "status")).toBe("paused");
    expect(await control(taskId, { action: "resume" })).toMatchObject({ status: 200 });
    expect(field(await shown(taskId), "status")).toBe("running");
  });

  it.each(["current", "v4"])("is none of the %s contract", async (contract) => {
    const taskId = await newTask(contract);
    expect(field(await standing(taskId), "canPause")).toBe(false);
    expect((await control(taskId, { action: "pause" })).code).toBe("not-found");
  });
});

describe("a task that is over", () => {
  it("is left alone, and said to be over", async () => {
    const taskId = await newTask("documented");
    await control(taskId, { action: "stop" });
    for (const wish of [{ action: "stop" }, { action: "pause" }, { action: "resume" }]) {
      expect(await control(taskId, wish)).toMatchObject({ status: 409, code: "task-ended" });
    }
    const changes = await ask(`${emulator.origin}/__emulator/requests?path=${taskId}`);
    expect(JSON.stringify(changes.body).match(/"PATCH"/g)).toHaveLength(1);
  });

  it("is said to be over where only the service knows, and refuses", async () => {
    const taskId = await newTask("current");
    await shown(taskId);
    await ask(`${emulator.origin}/__emulator/tasks/${taskId}/clock`, {
      method: "POST",
      body: JSON.stringify({ advanceSeconds: 3600 }),
    });
    await ask(`${emulator.origin}/__emulator/faults`, {
      method: "POST",
      body: JSON.stringify({
        path: taskId,
        method: "PATCH",
        fault: { kind: "status", status: 422 },
        times: 1,
      }),
    });
    expect((await control(taskId, { action: "stop" })).code).toBe("task-ended");
  });
});

describe("what was done to a task", () => {
  const proxy = {
    TRUSTED_PROXY: "x-forwarded-user",
    TRUSTED_PROXY_SECRET: "chance-chance-chance-chance-chance-chance",
  };
  const asAnn = {
    "x-forwarded-user": "ann@example.com",
    "x-sightglass-proxy-secret": proxy.TRUSTED_PROXY_SECRET,
  };

  it("is told to operators, with who did it and after which step", async () => {
    configure({ ALLOW_CONTROL: "1", ...proxy });
    const taskId = await newTask("current");
    await callRoute(postLive, "/x", { taskId }, { method: "POST", headers: asAnn });
    await control(taskId, { action: "stop" }, asAnn);
    expect((await control(taskId, { action: "stop" }, asAnn)).code).toBe("task-ended");
    const notes = field(await standing(taskId, asAnn), "notes");
    expect(notes).toMatchObject([
      { action: "take-control", who: "ann@example.com", afterStep: 3, isSure: true },
      { action: "stop", who: "ann@example.com", afterStep: 3, isSure: true },
    ]);
    expect(field(await standing(taskId), "code")).toBe("sign-in-required");
  });

  it("is told where control is off, too: whoever watches may take over the live view", async () => {
    configure({});
    const taskId = await newTask("current");
    const response = await callRoute(postLive, "/x", { taskId }, { method: "POST" });
    expect(response.status).toBe(200);
    expect(await standing(taskId)).toMatchObject({
      isAllowed: false,
      canPause: false,
      notes: [{ action: "take-control", who: null, isSure: true }],
    });
  });

  it("holds no text of a message, and says what was not confirmed", async () => {
    const taskId = await newTask("v4");
    await control(taskId, { action: "message", text: "canary" });
    await ask(`${emulator.origin}/__emulator/faults`, {
      method: "POST",
      body: JSON.stringify({ path: "/cancel", method: "POST", fault: { kind: "reset" }, times: 1 }),
    });
    expect((await control(taskId, { action: "stop" })).code).toBe("outcome-unknown");
    const told = await standing(taskId);
    expect(field(told, "notes")).toMatchObject([
      { action: "message", isSure: true },
      { action: "stop", isSure: false },
    ]);
    expect(JSON.stringify(told)).not.toContain("canary");
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
    ["an unknown action", { action: "wait" }, {}, "bad-request"],
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
