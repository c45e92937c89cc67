import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getFile } from "@/app/api/tasks/[taskId]/files/[fileId]/route";
import { POST as postLive } from "@/app/api/tasks/[taskId]/live/route";
import { GET as getLog } from "@/app/api/tasks/[taskId]/logs/route";
import { GET as getTask } from "@/app/api/tasks/[taskId]/route";
import { GET as getScreenshot } from "@/app/api/tasks/[taskId]/steps/[step]/screenshot/route";
import { GET as getUpload } from "@/app/api/tasks/[taskId]/uploads/[fileId]/route";
import { GET as getTasks } from "@/app/api/tasks/route";
import { emulatorBench, field } from "@/e2e/emulator/test-emulator";
import type { ProblemCode } from "@/lib/contract/problem";
import { PROBLEM_WORDS } from "@/lib/contract/problem-words";
import { callRoute, configureProduct } from "@/test/product";

const KEY = "bu_canary_5f0c";
const { running, control, newTask: makeTask } = emulatorBench({ key: KEY });

const configure = (settings: Readonly<Record<string, string>> = {}) => {
  configureProduct({
    BROWSER_USE_API_KEY: KEY,
    BROWSER_USE_BASE_URL: running().baseUrl,
    POLL_INTERVAL_MS: "100",
    ...settings,
  });
};

beforeEach(async () => {
  configure();
  await control("DELETE", "/faults");
  await control("DELETE", "/requests");
});

const newTask = async (scenario: string, contract: string, more: object = {}) =>
  (await makeTask(scenario, contract, more)).taskId;

async function readTask(
  taskId: string,
  init: RequestInit = {},
): Promise<{ response: Response; body: unknown }> {
  const response = await callRoute(getTask, `/api/tasks/${taskId}`, { taskId }, init);
  const text = await response.text();
  expect(text).not.toContain(KEY);
  expect(text).not.toMatch(/X-Amz-|\/live\//);
  return { response, body: text === "" ? null : JSON.parse(text) };
}

async function expectProblem(response: Response, code: ProblemCode): Promise<void> {
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(await response.json()).toMatchObject({ code, status: PROBLEM_WORDS[code].status });
  expect(response.status).toBe(PROBLEM_WORDS[code].status);
}

const upstreamPaths = async () => {
  const { body } = await control("GET", "/requests?path=/api/v2");
  return Array.isArray(body) ? body.map((request) => String(field(request, "path"))) : ["?"];
};

describe.each(["documented", "current"])("our HTTP API over the %s contract", (contract) => {
  it("reads every sample of the emulator", async () => {
    const samples = running().samples.filter((sample) => sample.contract === contract);
    expect(samples.length).toBeGreaterThan(5);
    for (const { taskId, scenario, status } of samples) {
      const { response, body } = await readTask(taskId);
      expect(response.status, scenario).toBe(200);
      expect(field(body, "task", "id")).toBe(taskId);
      const known = ["created", "started", "paused", "finished", "failed", "stopped"].includes(
        status,
      );
      if (!known) expect(field(body, "task", "status"), scenario).toBe("unknown");
    }
  });

  it("answers a tag that spares the body while nothing changes", async () => {
    const taskId = await newTask("stack-trace", contract);
    const etag = (await readTask(taskId)).response.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const { response, body } = await readTask(taskId, { headers: { "if-none-match": etag } });
    expect([response.status, body]).toEqual([304, null]);
  });

  it("streams files and logs with their bytes under clean names", async () => {
    const taskId = await newTask("success-6", contract);
    await control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 10_000 });
    await readTask(taskId);
    await control("POST", `/tasks/${taskId}/clock`, { advanceSeconds: 10_000 });
    await new Promise((resolve) => setTimeout(resolve, 120));
    const { body } = await readTask(taskId);
    const fileId = String(field(body, "task", "files", 0, "id"));
    const file = await callRoute(getFile, "/", { taskId, fileId });
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="boots.csv"');
    expect(await file.text()).toMatch(/^name,price,weight\nSill Low Trail Shoe,94\.00/);
    const log = await callRoute(getLog, "/", { taskId });
    expect(log.headers.get("content-disposition")).toBe(
      `attachment; filename="task-${taskId.slice(0, 8)}-log.txt"`,
    );
    expect(await log.text()).toContain("Step 1:");
    await expectProblem(
      await callRoute(getFile, "/", { taskId, fileId: taskId }),
      "file-not-found",
    );
    await expectProblem(
      await callRoute(getFile, "/", { taskId, fileId: "../x" }),
      "file-not-found",
    );
    await expectProblem(
      await callRoute(getUpload, "/", { taskId, fileId: taskId }),
      "file-not-found",
    );
    const { body: requests } = await control("GET", "/requests?path=/assets");
    expect(
      Array.isArray(requests) && requests.every((each) => field(each, "hasKey") === false),
    ).toBe(true);
  });

  it("serves a screenshot, renewing its address when it has expired", async () => {
    const taskId = await newTask("running", contract, { startAtStep: 3 });
    await readTask(taskId);
    await control("POST", `/tasks/${taskId}/assets`, { expired: true });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await control("DELETE", "/requests");
    const ask = (query: string, headers: Record<string, string> = {}) =>
      callRoute(getScreenshot, `/x${query}`, { taskId, step: "1" }, { headers });
    const small = await ask("?w=160");
    expect(small.status).toBe(200);
    expect(Object.fromEntries(small.headers)).toMatchObject({
      "content-type": "image/webp",
      "content-disposition": 'inline; filename="step-1.webp"',
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=300",
    });
    expect((await small.arrayBuffer()).byteLength).toBeLessThan(20_000);
    const original = await ask("");
    expect(original.headers.get("content-type")).toMatch(/^image\/(png|jpeg|webp)$/);
    const etag = original.headers.get("etag") ?? "";
    expect((await ask("", { "if-none-match": etag })).status).toBe(304);
    const { body: requests } = await control("GET", "/requests?path=/assets");
    expect(Array.isArray(requests) && requests.map((each) => field(each, "status"))).toEqual([
      403, 200,
    ]);
  });

  it("hands out the live view to its own pages only", async () => {
    const taskId = await newTask("running", contract, { startAtStep: 3 });
    const live = await callRoute(postLive, "/", { taskId }, { method: "POST" });
    expect(live.headers.get("cache-control")).toContain("no-store");
    expect(field(await live.json(), "url")).toMatch(new RegExp(`^${running().origin}/live/`));
    const evil = { method: "POST", headers: { "sec-fetch-site": "cross-site" } };
    await expectProblem(await callRoute(postLive, "/", { taskId }, evil), "cross-site");
  });

  it("keeps the last good answer when the upstream fails, and says since when", async () => {
    const taskId = await newTask("running", contract);
    await readTask(taskId);
    await control("POST", "/faults", { path: "/tasks/", fault: { kind: "status", status: 500 } });
    await vi.waitFor(async () => {
      const { response, body } = await readTask(taskId);
      expect(response.status).toBe(200);
      expect(field(body, "stale", "reason")).toBe("upstream-unavailable");
    }, 10_000);
  });

  it.each([
    [{ kind: "status", status: 401 }, "key-rejected"],
    [{ kind: "status", status: 404 }, "task-not-found"],
    [{ kind: "status", status: 429, headers: { "retry-after": "9" } }, "upstream-rate-limited"],
    [{ kind: "html" }, "upstream-invalid"],
    [{ kind: "truncated" }, "upstream-unavailable"],
    [{ kind: "reset" }, "upstream-unavailable"],
    [{ kind: "redirect", location: "/api/v2/elsewhere" }, "upstream-unavailable"],
  ] as const)("answers the fault %j as %s", async (fault, code) => {
    const taskId = await newTask("running", contract);
    await control("POST", "/faults", { path: `/tasks/${taskId}`, fault });
    const response = await callRoute(getTask, "/", { taskId });
    if (code === "upstream-rate-limited") expect(response.headers.get("retry-after")).toBe("9");
    await expectProblem(response, code);
  });

  it("makes one upstream call for a hundred readers", async () => {
    // They take longer than an interval of these tests on a busy machine.
    configure({ POLL_INTERVAL_MS: "60000" });
    const taskId = await newTask("stack-trace", contract);
    await Promise.all(Array.from({ length: 100 }, () => readTask(taskId)));
    // What a test before this one left under way asks for other paths.
    const paths = await upstreamPaths();
    expect(paths.filter((path) => path.endsWith(taskId))).toHaveLength(1);
    expect(paths.toSorted()).toEqual([...new Set(paths)].sort());
  });
});

describe("our HTTP API", () => {
  it("refuses what is no task id before it asks anybody", async () => {
    for (const taskId of ["nope", "..%2fsessions", "%", "%00", "a".repeat(5000)]) {
      await expectProblem(await callRoute(getTask, "/", { taskId }), "bad-task-id");
    }
    expect(await upstreamPaths()).toEqual([]);
  });

  it("refuses reads from another site", async () => {
    const init = { headers: { "sec-fetch-site": "cross-site" } };
    await expectProblem(await callRoute(getTasks, "/api/tasks", {}, init), "cross-site");
  });

  it("refuses widths and steps that are not offered", async () => {
    const taskId = await newTask("running", "current");
    for (const [step, query] of [
      ["1", "?w=161"],
      ["1", "?w="],
      ["-1", ""],
      ["x", ""],
      ["1.5", ""],
    ] as const) {
      await expectProblem(
        await callRoute(getScreenshot, `/x${query}`, { taskId, step }),
        "bad-request",
      );
    }
    await expectProblem(
      await callRoute(getScreenshot, "/x", { taskId, step: "9999" }),
      "screenshot-not-found",
    );
  });

  it("tells nothing of a fault of its own but a request id", async () => {
    const params = Promise.reject(new TypeError("secret of ours"));
    const response = await getTask(new Request("http://127.0.0.1/"), { params });
    expect(await response.clone().text()).not.toContain("secret");
    await expectProblem(response, "internal");
  });
});
