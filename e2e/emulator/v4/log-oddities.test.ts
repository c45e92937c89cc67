import { describe, expect, it } from "vitest";
import { emulatorBench, field } from "../test-emulator";

const emulator = emulatorBench();
const control = emulator.control;

/** A run that is over, with the ids and types of its log. */
async function newLog(scenario = "success-6", more: object = {}) {
  const { taskId, sessionId } = await emulator.newTask(scenario, "v4", {
    pictures: false,
    ...more,
  });
  const { body } = await control("GET", `/tasks/${taskId}/log`);
  const log = (Array.isArray(body) ? body : []).map((entry) => ({
    id: Number(field(entry, "id")),
    type: String(field(entry, "data", "type") ?? field(entry, "type")),
  }));
  const page = async (query = "") =>
    (await emulator.v4(`/runs/${taskId}/events?limit=1000&${query}`)).body;
  const events = async (query = ""): Promise<unknown[]> => {
    const list = field(await page(query), "events");
    return Array.isArray(list) ? [...(list as unknown[])] : [];
  };
  const ids = async (query = "") => (await events(query)).map((event) => field(event, "id"));
  return { taskId, sessionId, log, page, events, ids };
}
const odd = (taskId: string, oddities: unknown) =>
  control("POST", `/tasks/${taskId}/log`, oddities);

describe("the log that control tells", () => {
  it("is the one that the events are of", async () => {
    const { log, ids } = await newLog();
    expect(await ids()).toEqual(log.map(({ id }) => id));
  });
});

describe("an odd log", () => {
  it("shows an event later than one after it", async () => {
    const { taskId, log, ids } = await newLog();
    const late = log.find(({ type }) => type === "tool_use")?.id ?? 0;
    await odd(taskId, { withhold: [late] });
    const seen = await ids();
    expect(seen).not.toContain(late);
    expect(Math.max(...seen.map(Number))).toBeGreaterThan(late);
    await odd(taskId, null);
    expect(await ids(`after=${String(late - 1)}`)).toContain(late);
  });

  it("is not over when the run is", async () => {
    const { taskId, log, events, ids } = await newLog();
    const last = log.slice(-4).map(({ id }) => id);
    await odd(taskId, { withhold: last });
    expect((await emulator.v4(`/runs/${taskId}/status`)).body).toEqual({ status: "completed" });
    expect(field((await events()).at(-1), "type")).not.toBe("run.completed");
    await odd(taskId, {
      insert: [{ id: (last.at(-1) ?? 0) + 5, type: "state.promoted", data: { promoted: 1 } }],
    });
    expect(field((await events()).at(-1), "type")).toBe("state.promoted");
    expect((await ids()).length).toBe(log.length + 1);
  });

  it("has events that nobody knows, broken ones, and some twice", async () => {
    const { taskId, log, events } = await newLog();
    const [created, , third] = log.map(({ id }) => id);
    await odd(taskId, {
      insert: [{ id: (created ?? 0) + 1, type: "agent.dreamt", data: { of: ["sheep"] } }],
      replace: { [String(third)]: { id: third, type: 7, data: "no object" } },
      repeat: [created],
    });
    const [first, again, unknown, , broken] = await events();
    expect(again).toEqual(first);
    expect(unknown).toMatchObject({ runId: taskId, type: "agent.dreamt", data: { of: ["sheep"] } });
    expect(broken).toEqual({ id: third, type: 7, data: "no object" });
  });

  it("shows what was put in no sooner than what is before it", async () => {
    const { taskId, log, ids } = await newLog("running", { startAtStep: 1 });
    const last = (log.at(-1)?.id ?? 0) + 1;
    await odd(taskId, { insert: [{ id: last, type: "agent.dreamt" }] });
    expect(await ids()).not.toContain(last);
    await control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 3600 });
    expect(await ids()).toContain(last);
  });

  it("comes in no order, in small pages, without the next one's beginning", async () => {
    const { taskId, log, ids, page } = await newLog();
    const ordered = log.map(({ id }) => id);
    await odd(taskId, { order: "shuffled" });
    const mixed = await ids();
    expect(mixed).not.toEqual(ordered);
    expect(mixed.map(Number).sort((a, b) => a - b)).toEqual(ordered);
    expect(field(await page(), "nextAfter")).toBe(ordered.at(-1));
    await odd(taskId, { pageSize: 3, nextAfter: "missing" });
    const small = await page();
    expect(await ids()).toEqual(ordered.slice(0, 3));
    expect(small).toMatchObject({ hasMore: true });
    expect(field(small, "nextAfter")).toBeUndefined();
  });
});

describe("faults of v4", () => {
  const statusOf = async (path: string) => (await emulator.v4(path)).status;

  it("break the events while the status is well, and the other way round", async () => {
    const { taskId } = await newLog();
    for (const [broken, well] of [
      ["events", "status"],
      ["status", "events"],
    ]) {
      const path = `/runs/${taskId}/${String(broken)}$`;
      const fault = { kind: "status", status: 500 };
      const { body } = await control("POST", "/faults", { path, fault });
      expect(await statusOf(`/runs/${taskId}/${String(broken)}`)).toBe(500);
      expect(await statusOf(`/runs/${taskId}/${String(well)}`)).toBe(200);
      await control("DELETE", `/faults/${String(field(body, "faultId"))}`);
    }
  });

  it("refuse a project whose data are not to be kept", async () => {
    const { taskId } = await newLog();
    const fault = { kind: "zero-data-retention" };
    await control("POST", "/faults", { path: taskId, fault, times: 1 });
    const { status, body } = await emulator.v4(`/runs/${taskId}`);
    expect([status, field(body, "detail")]).toEqual([
      403,
      expect.stringMatching(/^Zero Data Retention/),
    ]);
  });

  it("limit each bucket by itself", async () => {
    const { taskId } = await newLog();
    const fault = { kind: "rate-buckets", general: 25, status: 0 };
    await control("POST", "/faults", { path: `/api/v4/.*${taskId}`, fault });
    const events = await emulator.v4(`/runs/${taskId}/events`);
    expect([events.status, events.headers.get("x-ratelimit-limit")]).toEqual([200, "125"]);
    expect(events.headers.get("x-ratelimit-remaining")).toBe("124");
    const refused = await emulator.v4(`/runs/${taskId}/status`);
    expect(refused).toMatchObject({
      status: 429,
      body: { error: "rate_limited", limit_rps: 0, retry_after_seconds: 5 },
    });
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    await control("DELETE", "/faults");
  });
});

describe("the count of calls", () => {
  it("is that of a run and of what stands around it", async () => {
    const { taskId, sessionId } = await newLog();
    await newLog();
    const run = (await emulator.v4(`/runs/${taskId}`)).body;
    for (let time = 0; time < 3; time++) await emulator.v4(`/runs/${taskId}/status`);
    await emulator.v4(`/runs/${taskId}/events?after=0`);
    await emulator.v4(`/browsers?agentSessionId=${sessionId}&filterBy=active`);
    await emulator.v4(`/workspaces/${String(field(run, "workspaceId"))}/files?includeUrls=true`);
    const { body } = await control("GET", `/tasks/${taskId}/calls`);
    expect(body).toMatchObject({
      run: 1,
      status: 3,
      events: 1,
      browsers: 1,
      browser: 0,
      files: 1,
      cancel: 0,
    });
  });
});
