import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as getBoard } from "@/app/api/board/route";
import { createEmulator, type Emulator } from "@/e2e/emulator/server";
import { ask, field } from "@/e2e/emulator/test-emulator";
import { apiRoutes } from "@/lib/contract/routes";
import { callRoute, configureProduct } from "@/test/product";

const KEY = "bu_canary_9d21";
const NOBODY = "00000000-0000-4000-8000-000000000000";
let emulator: Emulator;

beforeAll(async () => {
  emulator = await createEmulator({ key: KEY });
});
afterAll(() => emulator.close());

beforeEach(async () => {
  configureProduct({
    BROWSER_USE_API_KEY: KEY,
    BROWSER_USE_BASE_URL: emulator.baseUrl,
    POLL_INTERVAL_MS: "60000",
  });
  await control("DELETE", "/faults");
  await control("DELETE", "/requests");
});

const control = (method: string, path: string, body?: unknown) =>
  ask(`${emulator.origin}/__emulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function newTask(scenario: string, contract: string): Promise<string> {
  const { body } = await control("POST", "/tasks", { scenario, contract });
  return String(field(body, "taskId"));
}

const readBoard = (ids: readonly string[], init: RequestInit = {}) =>
  callRoute(getBoard, apiRoutes.board(ids), {}, init);

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  expect(text).not.toContain(KEY);
  expect(text).not.toMatch(/X-Amz-|\/live\//);
  return JSON.parse(text);
}

describe("GET /api/board", () => {
  it("answers every task for itself, in the order that was asked for", async () => {
    const a = await newTask("success-6", "documented");
    const b = await newTask("judge-disagrees", "current");
    const body = await bodyOf(await readBoard([b, "not-an-id", NOBODY, a, b]));
    expect(field(body, "entries", 0)).toMatchObject({
      id: b,
      ok: true,
      stale: null,
      task: {
        status: "finished",
        stepCount: 16,
        lastStep: { number: 16 },
        screenshotStep: { number: 16 },
      },
    });
    expect(field(body, "entries", 1)).toMatchObject({ id: "not-an-id", code: "bad-task-id" });
    expect(field(body, "entries", 2)).toMatchObject({ id: NOBODY, code: "task-not-found" });
    expect(field(body, "entries", 3)).toMatchObject({ id: a, task: { stepCount: 6 } });
    expect(field(body, "entries", 4)).toBeUndefined();
  });

  it("asks the upstream no more often than one reader of each task would", async () => {
    const ids = [await newTask("running", "current"), await newTask("running", "documented")];
    const calls = async () => {
      const { body } = await control("GET", "/requests?path=/api/v2/tasks/");
      return Array.isArray(body) ? body.length : -1;
    };
    await readBoard(ids);
    expect(await calls()).toBe(2);
    await Promise.all([readBoard(ids), readBoard(ids), readBoard([...ids].reverse())]);
    expect(await calls()).toBe(2);
  });

  it("confirms an unchanged board without a body", async () => {
    const ids = [await newTask("stopped", "current"), NOBODY];
    const first = await readBoard(ids);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    const second = await readBoard(ids, { headers: { "if-none-match": etag } });
    expect([second.status, await second.text()]).toEqual([304, ""]);
    expect(second.headers.get("x-fetched-at")).toMatch(/Z$/);
    const other = await readBoard([NOBODY], { headers: { "if-none-match": etag } });
    expect(other.status).toBe(200);
  });

  it("does not let a task that hangs hold up the others", async () => {
    const [a, b] = [await newTask("stopped", "current"), await newTask("stopped", "current")];
    await control("POST", "/faults", {
      path: `/api/v2/tasks/${a}`,
      fault: { kind: "hang" },
      times: null,
    });
    const body = await bodyOf(await readBoard([a, b]));
    expect(field(body, "entries", 0)).toMatchObject({ id: a, ok: false, code: null });
    expect(field(body, "entries", 1)).toMatchObject({ id: b, ok: true });
  });

  it("refuses a board of none, of too many, and for another site", async () => {
    const many = Array.from(
      { length: 25 },
      (_, at) => `00000000-0000-4000-8000-0000000000${String(at + 10)}`,
    );
    expect((await readBoard([])).status).toBe(400);
    expect((await readBoard(many)).status).toBe(400);
    const crossSite = await readBoard([NOBODY], { headers: { "sec-fetch-site": "cross-site" } });
    expect(crossSite.status).toBe(403);
  });
});
