import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ask, emulatorBench, field } from "../test-emulator";

const emulator = emulatorBench();
const newRun = async (scenario: string, more: object = {}) =>
  (await emulator.newTask(scenario, "v4", more)).taskId;
const bodyOf = async (path: string, method?: string, given?: unknown) =>
  (await emulator.v4(path, method, given)).body;
const advance = (id: string, advanceSeconds: number) =>
  emulator.control("POST", `/tasks/${id}/clock`, { advanceSeconds });
const listOf = (body: unknown, ...path: string[]): unknown[] => {
  const list = field(body, ...path);
  return Array.isArray(list) ? list : [];
};
/** All events of a run, read in pages of that many. */
async function eventsOf(id: string, limit = 200): Promise<unknown[]> {
  const events: unknown[] = [];
  for (let after: unknown = 0; ;) {
    const page = await bodyOf(`/runs/${id}/events?after=${String(after)}&limit=${String(limit)}`);
    events.push(...listOf(page, "events"));
    after = field(page, "nextAfter") ?? after;
    if (field(page, "hasMore") !== true) return events;
  }
}
const typesOf = (events: readonly unknown[]) => events.map((event) => field(event, "type"));

describe("the door of v4", () => {
  it("wants the key, and tells a bad id from an unknown one", async () => {
    const { v4BaseUrl } = emulator.running();
    expect((await ask(`${v4BaseUrl}/runs`)).status).toBe(401);
    const id = randomUUID();
    expect(await emulator.v4(`/runs/${id}`)).toMatchObject({
      status: 404,
      body: { detail: `Run ${id} not found` },
    });
    const bad = await emulator.v4("/runs/x/status");
    expect(bad).toMatchObject({ status: 422, body: { detail: [{ loc: ["path", "run_id"] }] } });
    expect((await emulator.v4(`/sessions/${id}`)).status).toBe(404);
    expect((await emulator.v4(`/browsers/${id}`)).status).toBe(404);
    expect((await emulator.v4(`/workspaces/${id}/files`)).status).toBe(404);
    expect((await emulator.v4("/profiles")).status).toBe(404);
  });

  it("knows no task of v2, and v2 no run", async () => {
    const run = await newRun("success-6");
    const { taskId } = await emulator.newTask("success-6", "current");
    expect((await emulator.v4(`/runs/${run}`)).status).toBe(200);
    expect((await emulator.api(`/tasks/${run}`)).status).toBe(404);
    expect((await emulator.v4(`/runs/${taskId}`)).status).toBe(404);
    const { body } = await emulator.api("/tasks?pageSize=100");
    const ids = listOf(body, "items").map((item) => field(item, "id"));
    expect(ids).not.toContain(emulator.sampleRun("run-pictures"));
  });
});

describe("a run", () => {
  it("goes from queued to completed, and its log grows with it", async () => {
    const id = await newRun("running");
    const status = async () => field(await bodyOf(`/runs/${id}/status`), "status");
    expect(await status()).toBe("queued");
    await emulator.control("POST", `/tasks/${id}/clock`, { paused: true });
    await advance(id, 1.6);
    expect(await status()).toBe("dispatching");
    await advance(id, 1.6);
    expect(await status()).toBe("running");
    const before = await eventsOf(id);
    expect(typesOf(before)).toContain("browser.ready");
    await advance(id, 3600);
    expect(await status()).toBe("completed");
    const after = await eventsOf(id);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(typesOf(after).at(-1)).toBe("run.completed");
    expect(await bodyOf(`/runs/${id}`)).toMatchObject({
      result: expect.stringContaining("FW-20418") as unknown,
      error: null,
      totalCostUsd: expect.stringMatching(/^0\.0[1-9]/) as unknown,
    });
  });

  it("says no more than has happened", async () => {
    const id = await newRun("running", { startAtStep: 3 });
    const finishes = (await eventsOf(id)).filter(
      (event) => field(event, "data", "type") === "step_finish",
    );
    expect(finishes).toHaveLength(3);
    expect(await bodyOf(`/runs/${id}`)).toMatchObject({ status: "running", result: null });
  });

  it("fails with its error", async () => {
    const run = await bodyOf(`/runs/${emulator.sampleRun("run-failed")}`);
    expect(run).toMatchObject({ status: "failed", result: null });
    expect(field(run, "error")).toMatch(/could not sign in/);
  });

  it("keeps the spacing of its events where the clock is moved, and their times", async () => {
    const id = await newRun("running");
    await bodyOf(`/runs/${id}`);
    await advance(id, 3600);
    const events = await eventsOf(id);
    await emulator.control("POST", `/tasks/${id}/clock`, { speed: 50, advanceSeconds: 10 });
    expect(await eventsOf(id)).toEqual(events);
    const times = events.map((event) => String(field(event, "ts")));
    expect(times).toEqual(times.toSorted());
    const stepTimes = (type: string) =>
      events
        .filter((event) => field(event, "data", "type") === type)
        .map((event) => Date.parse(String(field(event, "ts"))));
    const starts = stepTimes("step_start");
    const seconds = stepTimes("step_finish").map(
      (end, index) => (end - (starts[index] ?? 0)) / 1000,
    );
    expect(seconds.slice(0, 3).map((each) => each.toFixed(1))).toEqual(["4.2", "7.8", "6.1"]);
  });

  it("is judged some seconds after its end, which changes it once more", async () => {
    const id = await newRun("judge-disagrees", { judgedAfter: 1_000_000 });
    const before = await bodyOf(`/runs/${id}`);
    expect(before).toMatchObject({ status: "completed", judgement: null });
    await advance(id, 1_000_000);
    const after = await bodyOf(`/runs/${id}`);
    expect(after).toMatchObject({ judgement: { verdict: false } });
    expect(field(after, "updatedAt")).not.toBe(field(before, "updatedAt"));
  });

  it("is cancelled once, where it is", async () => {
    const id = await newRun("running", { startAtStep: 2 });
    const first = await bodyOf(`/runs/${id}/cancel`, "POST");
    expect(first).toMatchObject({ status: "cancelled", result: null, error: null });
    await advance(id, 3600);
    expect(await bodyOf(`/runs/${id}/cancel`, "POST")).toEqual(first);
    expect(typesOf(await eventsOf(id)).slice(-2)).toEqual(["browser.released", "run.cancelled"]);
    const over = await bodyOf(`/runs/${emulator.sampleRun("run-pictures")}/cancel`, "POST");
    expect(over).toMatchObject({ status: "completed" });
  });

  it("takes a patch over what it says", async () => {
    const id = await newRun("success-6");
    await emulator.control("POST", `/patch-task/${id}`, { status: "dreaming", result: 4 });
    expect(await bodyOf(`/runs/${id}`)).toMatchObject({ status: "dreaming", result: 4 });
    expect(await bodyOf(`/runs/${id}/status`)).toEqual({ status: "dreaming" });
  });
});

describe("the events of a run", () => {
  it("come in pages of any size, each once, their ids rising", async () => {
    const id = emulator.sampleRun("run-pictures");
    const whole = await eventsOf(id, 1000);
    for (const limit of [1, 7, whole.length, whole.length + 1]) {
      expect(await eventsOf(id, limit)).toEqual(whole);
    }
    const ids = whole.map((event) => Number(field(event, "id")));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    const last = ids.at(-1) ?? 0;
    expect(await bodyOf(`/runs/${id}/events?after=${String(last)}`)).toEqual({
      events: [],
      nextAfter: null,
      hasMore: false,
    });
  });

  it("have pictures, unless the run has none or nobody wants what tools brought back", async () => {
    const pictures = async (path: string) =>
      (await emulator.v4(path)).text.split("data:image/").length - 1;
    const [all, none] = [await newRun("success-6"), await newRun("success-6", { pictures: false })];
    expect(await pictures(`/runs/${all}/events`)).toBe(6);
    expect(await pictures(`/runs/${none}/events`)).toBe(0);
    const lean = await emulator.v4(`/runs/${all}/events?include_output=false`);
    expect(lean.text).not.toMatch(/"attachments":|"output":"/);
    expect(listOf(lean.body, "events")).toHaveLength(
      listOf(await bodyOf(`/runs/${all}/events`), "events").length,
    );
  });

  it("refuse pages that cannot be", async () => {
    const id = emulator.sampleRun("run-pictures");
    for (const query of ["limit=0", "limit=x", "after=x", "after=1.5"]) {
      expect((await emulator.v4(`/runs/${id}/events?${query}`)).status, query).toBe(422);
    }
  });

  it("of 720 steps are 5,000", async () => {
    expect((await eventsOf(emulator.sampleRun("run-5000-events"))).length).toBeGreaterThan(5000);
  });
});

describe("the list of runs", () => {
  it("comes in pages that hold every run once, newest first", async () => {
    const [seen, times]: [unknown[], string[]] = [[], []];
    let cursor = "";
    do {
      const page = await bodyOf(`/runs?limit=4${cursor === "" ? "" : `&cursor=${cursor}`}`);
      for (const run of listOf(page, "runs")) {
        seen.push(field(run, "id"));
        times.push(String(field(run, "createdAt")));
      }
      const next = field(page, "nextCursor");
      cursor = typeof next === "string" ? next : "";
      expect(field(page, "hasMore")).toBe(cursor !== "");
    } while (cursor !== "");
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(emulator.sampleRun("run-live"));
    expect(times).toEqual(times.toSorted().reverse());
  });

  it("is that of a session where one is named", async () => {
    const { taskId, sessionId } = await emulator.newTask("success-6", "v4");
    const list = await bodyOf(`/runs?sessionId=${sessionId}`);
    expect(listOf(list, "runs").map((run) => field(run, "id"))).toEqual([taskId]);
  });

  it("refuses a cursor that is none", async () => {
    expect((await emulator.v4("/runs?cursor=x")).status).toBe(400);
    expect((await emulator.v4("/runs?limit=0")).status).toBe(422);
    expect((await emulator.v4("/runs?sessionId=x")).status).toBe(422);
  });
});

describe("a run that somebody makes", () => {
  it("plays the scenario of its prompt, or else the usual one", async () => {
    const made = await bodyOf("/runs", "POST", { task: "Buy milk", model: "gpt-5.6" });
    expect(made).toMatchObject({ status: "queued", model: "gpt-5.6" });
    const id = String(field(made, "id"));
    await bodyOf(`/runs/${id}`);
    await advance(id, 3600);
    expect(await bodyOf(`/runs/${id}`)).toMatchObject({
      task: "Buy milk",
      result: expect.stringContaining("Tarn Mid") as unknown,
    });
    const failed = await bodyOf(`/runs/${emulator.sampleRun("run-failed")}`);
    const again = await bodyOf("/runs", "POST", { task: field(failed, "task") });
    const againId = String(field(again, "id"));
    await bodyOf(`/runs/${againId}`);
    await advance(againId, 3600);
    expect(await bodyOf(`/runs/${againId}`)).toMatchObject({ status: "failed" });
  });

  it("is refused without a prompt, in a busy session, and in one that is not there", async () => {
    const { sessionId } = await emulator.newTask("running", "v4", { startAtStep: 1 });
    const create = async (given: object) => (await emulator.v4("/runs", "POST", given)).status;
    expect(await create({})).toBe(422);
    expect(await create({ task: "More", sessionId })).toBe(409);
    expect(await create({ task: "More", sessionId: randomUUID() })).toBe(404);
  });
});
