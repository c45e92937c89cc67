import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getTask } from "@/app/api/tasks/[taskId]/route";
import { POST as postSession } from "@/app/api/session/route";
import { GET as getMetrics } from "@/app/metrics/route";
import { createEmulator, type Emulator } from "@/e2e/emulator/server";
import { ask, field } from "@/e2e/emulator/test-emulator";
import { getApp } from "@/lib/server/app/get-app";
import { callRoute, configureProduct } from "@/test/product";

const KEY = "bu_canary_77aa";
const TOKEN = "a-token-of-the-tests-with-chance-0123456789";
let emulator: Emulator;

beforeAll(async () => {
  emulator = await createEmulator({ key: KEY });
});
afterAll(() => emulator.close());
const configure = (settings: Readonly<Record<string, string>>) => {
  configureProduct({
    BROWSER_USE_API_KEY: KEY,
    BROWSER_USE_BASE_URL: emulator.baseUrl,
    ...settings,
  });
};
beforeEach(() => {
  configure({ METRICS_TOKEN: TOKEN });
});

const read = (headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) =>
  callRoute(getMetrics, "/metrics", {}, { headers });
const text = async () => (await read()).text();
const control = async (path: string, body: object) => {
  const init = { method: "POST", body: JSON.stringify(body) };
  return (await ask(`${emulator.origin}/__emulator${path}`, init)).body;
};
const newTask = async (scenario: string) =>
  String(field(await control("/tasks", { scenario, contract: "documented" }), "taskId"));

describe("/metrics", () => {
  it.each([
    [{ METRICS_TOKEN: "" }, `Bearer ${TOKEN}`, 404],
    [{ METRICS_TOKEN: "" }, "", 404],
    [{ METRICS_TOKEN: TOKEN }, "", 401],
    [{ METRICS_TOKEN: TOKEN }, "Bearer ", 401],
    [{ METRICS_TOKEN: TOKEN }, `Bearer ${TOKEN}x`, 401],
    [{ METRICS_TOKEN: TOKEN }, `Bearer ${TOKEN.slice(1)}`, 401],
    [{ METRICS_TOKEN: TOKEN }, `Basic ${TOKEN}`, 401],
    [{ METRICS_TOKEN: TOKEN }, TOKEN, 401],
    [{ METRICS_TOKEN: TOKEN }, `bearer ${TOKEN}`, 200],
    [{ METRICS_TOKEN: TOKEN, ACCESS_PASSWORD: "a password of a test" }, `Bearer ${TOKEN}`, 200],
  ])("A19 with %j answers %j with %i", async (settings, authorization, status) => {
    configure(settings);
    const answer = await read(authorization === "" ? {} : { authorization });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect(answer.headers.get("www-authenticate")).toBe(status === 401 ? "Bearer" : null);
    if (status !== 200) expect(await answer.text()).not.toContain("sightglass_");
  });

  it.skipIf(process.platform !== "linux")("A19 tells how the process is", async () => {
    const told = await text();
    for (const name of [
      "process_resident_memory_bytes",
      "process_open_fds",
      "nodejs_heap_size_used_bytes",
      "nodejs_external_memory_bytes",
    ]) {
      expect(Number(new RegExp(`^${name} (\\S+)$`, "m").exec(told)?.[1]), name).toBeGreaterThan(0);
    }
  });

  it("A19 counts calls, answers and what they cost, and tells nothing of a task", async () => {
    const taskId = await newTask("success-6");
    const first = await callRoute(getTask, `/api/tasks/${taskId}`, { taskId });
    const etag = first.headers.get("etag") ?? "";
    const bytes = Buffer.byteLength(await first.text());
    const init = { headers: { "if-none-match": etag } };
    expect((await callRoute(getTask, `/api/tasks/${taskId}`, { taskId }, init)).status).toBe(304);
    const told = await text();
    for (const line of [
      'sightglass_upstream_calls_total{kind="task",status="200"} 1',
      'sightglass_task_answers_total{to="operator",shape="whole"} 1',
      'sightglass_task_answers_total{to="operator",shape="unchanged"} 1',
      `sightglass_task_answer_bytes_total{to="operator",shape="whole"} ${String(bytes)}`,
      'sightglass_requests_total{status="304"} 1',
      "sightglass_ready 1",
      "sightglass_upstream_breaker_open 0",
      "sightglass_tasks_watched 0",
    ]) {
      expect(told.split("\n")).toContain(line);
    }
    expect(told).toMatch(/^sightglass_cache_bytes\{cache="tasks"\} [1-9]\d+$/m);
    expect(told).toMatch(/^sightglass_cache_reads_total\{cache="tasks",result="hit"\} [1-9]/m);
    expect(told).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(told).not.toMatch(/^sightglass_redis_up /m);
    for (const secret of [taskId, KEY, TOKEN, emulator.baseUrl]) expect(told).not.toContain(secret);
  });

  it("counts sign-ins by how they end", async () => {
    configure({ METRICS_TOKEN: TOKEN, ACCESS_PASSWORD: "a password of a test" });
    const post = (body: object) => ({
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
    await callRoute(postSession, "/api/session", {}, post({ password: "not the one at all" }));
    await callRoute(postSession, "/api/session", {}, post({ password: "a password of a test" }));
    const told = await text();
    expect(told).toContain('sightglass_sign_ins_total{result="wrong-password"} 1');
    expect(told).toContain('sightglass_sign_ins_total{result="signed-in"} 1');
  });

  it("counts share links that are made, opened, refused and revoked", async () => {
    const { shareLinks, openShare } = getApp();
    const taskId = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
    const wish = { scopes: ["steps" as const], lifetime: "1h" as const, step: null };
    const { link, path } = await shareLinks.make(taskId, wish, null);
    await openShare.byToken(path.split("#")[1] ?? "");
    await shareLinks.revoke(taskId, link.id);
    await openShare.byToken(path.split("#")[1] ?? "");
    const told = await text();
    for (const event of ["made", "opened", "refused", "revoked"]) {
      expect(told).toContain(`sightglass_share_links_total{event="${event}"} 1`);
    }
  });

  it("counts a held answer by how it ends, and those who wait while they do", async () => {
    const taskId = await newTask("stack-trace");
    const path = `/api/tasks/${taskId}`;
    const first: unknown = await (await callRoute(getTask, path, { taskId })).json();
    const since = String(field(first, "revision"));
    const viewer = new AbortController();
    const held = callRoute(
      getTask,
      `${path}?since=${since}&wait=5`,
      { taskId },
      { signal: viewer.signal },
    );
    await vi.waitFor(async () => {
      expect(await text()).toMatch(/^sightglass_watchers 1$/m);
    });
    expect(await text()).toMatch(/^sightglass_tasks_watched 1$/m);
    viewer.abort();
    await held;
    const told = await text();
    expect(told).toContain('sightglass_held_answers_total{end="gone"} 1');
    expect(told).toMatch(/^sightglass_watchers 0$/m);
  });

  it("counts a pause once, and says how long it lasts", async () => {
    const taskId = await newTask("running");
    const fault = { kind: "status", status: 429, headers: { "retry-after": "9" } };
    await control("/faults", { path: `/tasks/${taskId}`, fault });
    await callRoute(getTask, `/api/tasks/${taskId}`, { taskId });
    const told = await text();
    expect(told).toContain('sightglass_upstream_pauses_total{cause="upstream-rate-limited"} 1');
    expect(told).toContain('sightglass_upstream_calls_total{kind="task",status="429"} 1');
    expect(told).toMatch(/^sightglass_upstream_pause_left_seconds [89]/m);
  });
});

it("a line about a call that failed carries the id of the answer that it failed for", async () => {
  const taskId = await newTask("running");
  await control("/faults", { path: `/tasks/${taskId}`, fault: { kind: "status", status: 500 } });
  const { log, requestIds } = getApp();
  const ids: unknown[] = [];
  vi.spyOn(log, "warn").mockImplementation(() => ids.push(requestIds.getStore()));
  const answer = await callRoute(getTask, `/api/tasks/${taskId}`, { taskId });
  expect(answer.status).toBe(502);
  expect(ids).toEqual([answer.headers.get("x-request-id")]);
});
