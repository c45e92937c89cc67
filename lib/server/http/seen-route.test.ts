import { beforeEach, describe, expect, it } from "vitest";
import { GET as getSeen } from "@/app/api/seen/route";
import { DELETE as deleteSeen, POST as postSeen } from "@/app/api/tasks/[taskId]/seen/route";
import { GET as getTask } from "@/app/api/tasks/[taskId]/route";
import { emulatorBench, field } from "@/e2e/emulator/test-emulator";
import { MOST_SEEN_TASKS, seenRoutes } from "@/lib/contract/seen-needs";
import { callRoute, configureProduct } from "@/test/product";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const JSON_TYPE = { "content-type": "application/json" };
const emulator = emulatorBench();

const configure = (settings: Readonly<Record<string, string>> = {}) => {
  const { key, baseUrl } = emulator.running();
  configureProduct({ BROWSER_USE_API_KEY: key, BROWSER_USE_BASE_URL: baseUrl, ...settings });
};
beforeEach(() => {
  configure();
});

async function told(response: Response) {
  const text = await response.text();
  const body: unknown = text === "" ? null : JSON.parse(text);
  return { status: response.status, body, code: String(field(body, "code")) };
}

const mark = async (taskId: string, body: unknown, headers: Record<string, string> = {}) =>
  told(
    await callRoute(
      postSeen,
      "/x",
      { taskId },
      { method: "POST", body: JSON.stringify(body), headers: { ...JSON_TYPE, ...headers } },
    ),
  );
const unmark = async (taskId: string, key: string, headers: Record<string, string> = {}) =>
  told(
    await callRoute(
      deleteSeen,
      seenRoutes.mark(taskId, key),
      { taskId },
      { method: "DELETE", headers },
    ),
  );
const seen = async (...taskIds: string[]) =>
  told(await callRoute(getSeen, seenRoutes.of(taskIds), {}));

describe("a need of a task", () => {
  it("is marked as seen, told in one request for many tasks, and taken back", async () => {
    const { taskId } = await emulator.newTask("paused", "documented");
    const other = await emulator.newTask("success-6", "current");
    expect((await seen(taskId, other.taskId)).body).toEqual({ marks: [] });
    expect(await mark(taskId, { key: "paused-12" })).toMatchObject({ status: 204, body: null });
    expect(await mark(taskId, { key: "paused-12" })).toMatchObject({ status: 204 });
    const { status, body } = await seen(other.taskId, taskId.toUpperCase());
    expect(status).toBe(200);
    expect(body).toMatchObject({ marks: [{ taskId, key: "paused-12", who: null }] });
    expect(await unmark(taskId, "paused-12")).toMatchObject({ status: 204 });
    expect(await unmark(taskId, "paused-12")).toMatchObject({ status: 204 });
    expect((await seen(taskId)).body).toEqual({ marks: [] });
  });

  it("changes nothing of the task by that", async () => {
    const { taskId } = await emulator.newTask("success-6", "current");
    const revision = async () =>
      field(await (await callRoute(getTask, "/x", { taskId })).json(), "revision");
    const before = await revision();
    await mark(taskId, { key: "end" });
    expect(await revision()).toBe(before);
  });

  it.each([
    ["no key", {}, {}, "bad-request"],
    ["another key", { key: "x" }, {}, "bad-request"],
    ["a long key", { key: `end-${"1".repeat(30)}` }, {}, "bad-request"],
    ["a field too many", { key: "end", who: "me" }, {}, "bad-request"],
    ["a large body", { key: "x".repeat(70_000) }, {}, "body-too-large"],
    ["another site", { key: "end" }, { "sec-fetch-site": "cross-site" }, "cross-site"],
    ["a form", { key: "end" }, { "content-type": "text/plain" }, "cross-site"],
    ["a cookie of nobody's page", { key: "end" }, { cookie: "a=b" }, "cross-site"],
  ])("is not marked for %s", async (_, body, headers: Record<string, string>, code) => {
    const { taskId } = await emulator.newTask("success-6", "current");
    expect((await mark(taskId, body, headers)).code).toBe(code);
    expect((await seen(taskId)).body).toEqual({ marks: [] });
  });

  it("is not unmarked for another site, or without a key", async () => {
    const { taskId } = await emulator.newTask("success-6", "current");
    await mark(taskId, { key: "end" });
    const site = { "sec-fetch-site": "cross-site" };
    expect((await unmark(taskId, "end", site)).code).toBe("cross-site");
    expect((await unmark(taskId, "")).code).toBe("bad-request");
    expect((await seen(taskId)).body).toMatchObject({ marks: [{ key: "end" }] });
  });

  it("is none of a task that is not there", async () => {
    expect(await mark(NOBODY, { key: "end" })).toMatchObject({ status: 404 });
    expect((await mark("x", { key: "end" })).code).toBe("bad-task-id");
  });

  it("is not known while the store cannot be reached, and that is no error of its own", async () => {
    const { taskId } = await emulator.newTask("success-6", "current");
    configure({ REDIS_URL: "redis://127.0.0.1:1", SESSION_SECRET: "s".repeat(32) });
    const codes = [await mark(taskId, { key: "end" }), await seen(taskId)];
    expect(codes.map(({ status, code }) => [status, code])).toEqual([
      [503, "seen-unavailable"],
      [503, "seen-unavailable"],
    ]);
  });

  it.each([
    ["no task", []],
    ["what is no task", ["x"]],
    ["too many", Array.from({ length: MOST_SEEN_TASKS + 1 }, (_, at) => idOf(at))],
  ])("is not asked for of %s", async (_, ids) => {
    expect((await seen(...ids)).code).toBe("bad-request");
  });

  it("is asked for of as many tasks as a page of a list has", async () => {
    const ids = Array.from({ length: MOST_SEEN_TASKS }, (_, at) => idOf(at));
    expect(await seen(...ids)).toMatchObject({ status: 200, body: { marks: [] } });
    expect(seenRoutes.of(ids).length).toBeLessThan(8192);
  });
});

function idOf(at: number): string {
  return `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
}
