import { beforeEach, expect, it } from "vitest";
import { GET as getChanges } from "@/app/api/tasks/[taskId]/changes/route";
import { GET as getTask } from "@/app/api/tasks/[taskId]/route";
import { emulatorBench, field } from "@/e2e/emulator/test-emulator";
import { holder, codeOf } from "@/test/link-holder";
import { callRoute, configureProduct } from "@/test/product";

const KEY = "bu_canary_changes";
const { running, control, newTask } = emulatorBench({ key: KEY });

beforeEach(async () => {
  configureProduct({ BROWSER_USE_API_KEY: KEY, BROWSER_USE_BASE_URL: running().baseUrl });
  await control("DELETE", "/requests");
});

const changesOf = async (taskId: string) => {
  const response = await callRoute(getChanges, `/api/tasks/${taskId}/changes`, { taskId });
  return { status: response.status, body: (await response.json()) as unknown };
};
const read = async (response: Promise<Response>) => (await (await response).json()) as unknown;

it.each(["documented", "current"])(
  "tells what each step changed of a task of the %s contract, a click that did nothing too",
  async (contract) => {
    const { taskId } = await newTask("detour", contract);
    const { status, body } = await changesOf(taskId);
    expect(status).toBe(200);
    expect(field(body, "isComplete")).toBe(true);
    const changes = field(body, "changes");
    if (!Array.isArray(changes)) throw new Error("There are changes.");
    const inShort = changes.map((change: unknown) => [
      field(change, "step"),
      field(change, "after"),
      field(change, "effect"),
    ]);
    expect(inShort).toContainEqual([8, 9, "some"]);
    // It tried to put the boots into the bag without a size.
    expect(inShort).toContainEqual([9, 10, "none"]);
    // The last step has no picture after it.
    expect(inShort.at(-1)?.[0]).toBe(16);
    expect(JSON.stringify(body)).not.toMatch(/X-Amz-|https?:/);
  },
);

it("asks the storage for each picture once, and for none again, and makes no news", async () => {
  const { taskId } = await newTask("detour", "current");
  const revision = () =>
    read(callRoute(getTask, "/x", { taskId })).then((body) => field(body, "revision"));
  const before = await revision();
  const first = await changesOf(taskId);
  const asked = async () => field((await control("GET", "/requests?path=/assets")).body, "length");
  const times = await asked();
  expect(times).toBeGreaterThan(8);
  expect((await changesOf(taskId)).body).toEqual(first.body);
  expect(await asked()).toBe(times);
  expect(await revision()).toBe(before);
});

it("shows them to the holder of a link that shows screenshots, and to no other", async () => {
  const { taskId } = await newTask("success-6", "current");
  const { body } = await changesOf(taskId);
  expect(await read((await holder(taskId)).changes())).toEqual(body);
  const response = await (await holder(taskId, ["steps"])).changes();
  expect(await codeOf(response)).toEqual([404, "not-found"]);
});
