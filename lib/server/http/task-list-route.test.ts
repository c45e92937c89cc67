import { beforeEach, describe, expect, it } from "vitest";
import { GET as getTasks } from "@/app/api/tasks/route";
import { emulatorBench, field } from "@/e2e/emulator/test-emulator";
import { callRoute, configureProduct } from "@/test/product";

const emulator = emulatorBench();

beforeEach(() => {
  const { key, baseUrl } = emulator.running();
  configureProduct({ BROWSER_USE_API_KEY: key, BROWSER_USE_BASE_URL: baseUrl });
});

async function list(query: string): Promise<{ body: unknown; items: readonly unknown[] }> {
  const response = await callRoute(getTasks, `/api/tasks?${query}`, {});
  expect(response.status, query).toBe(200);
  const body: unknown = await response.json();
  const items = field(body, "items");
  return { body, items: Array.isArray(items) ? (items as readonly unknown[]) : [] };
}

const all = async (name: string, query: string) =>
  (await list(`pageSize=100&${query}`)).items.map((item) => field(item, name));

describe("GET /api/tasks", () => {
  it("answers page by page", async () => {
    const { body, items } = await list("page=2&pageSize=5");
    expect(body).toMatchObject({ page: 2, pageSize: 5 });
    // Up to so many of each version.
    expect(items.length).toBeGreaterThanOrEqual(5);
    expect(items.length).toBeLessThanOrEqual(10);
  });

  it("answers the tasks of a status, a session, a time", async () => {
    const statuses = await all("status", "status=failed");
    expect(statuses.length).toBeGreaterThan(0);
    expect([...new Set(statuses)]).toEqual(["failed"]);
    const [task] = (await list("pageSize=1&status=failed")).items;
    const id = field(task, "id");
    expect(await all("id", `sessionId=${String(field(task, "sessionId"))}`)).toEqual([id]);
    const startedAt = Date.parse(String(field(task, "startedAt")));
    const at = (ms: number) => new Date(startedAt + ms).toISOString();
    expect(await all("id", `after=${at(1000)}`)).not.toContain(id);
    expect(await all("id", `after=${at(-1000)}&before=${at(1000)}`)).toContain(id);
  });

  it.each(["page=0", "pageSize=101", "page=x", "status=lost", "sessionId=x", "after=soon"])(
    "refuses %s",
    async (query) => {
      const response = await callRoute(getTasks, `/api/tasks?${query}`, {});
      expect([response.status, field(await response.json(), "code")]).toEqual([400, "bad-request"]);
    },
  );
});
