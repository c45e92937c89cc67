import type { APIResponse } from "@playwright/test";
import { expect, test } from "../fixtures";
import { startSignedInServers, type SignedInServers } from "../signed-in-servers";

const TOKEN = "a-token-of-the-specs-with-chance-0123456789";

test.describe.configure({ mode: "serial" });

let servers: SignedInServers;
test.beforeAll(async () => {
  servers = await startSignedInServers({ METRICS_TOKEN: TOKEN, ACCESS_PASSWORD: "" });
});
test.afterAll(() => servers.stop());

/** What the framework adds or names by the moment. */
const BY_THE_WAY =
  /^(date|x-request-id|x-fetched-at|vary|connection|keep-alive|content-length|content-encoding|transfer-encoding)$/;

/** How many polls the fast path has answered, as the metrics tell. */
async function counted(): Promise<number> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const told = await (await fetch(`${servers.product}/metrics`, { headers })).text();
  return Number(/^sightglass_fast_path_answers_total (\d+)$/m.exec(told)?.[1]);
}

async function facts(answer: APIResponse): Promise<object> {
  const headers = Object.entries(answer.headers()).filter(([name]) => !BY_THE_WAY.test(name));
  const text = (await answer.text())
    .replace(/"requestId":"[^"]*"/, '"requestId":""')
    // When the upstream confirmed the content is told anew with each call.
    .replace(/"fetchedAt":"[^"]*"/, '"fetchedAt":""');
  const body: unknown = text === "" ? null : JSON.parse(text);
  return { status: answer.status(), headers: Object.fromEntries(headers), body };
}

test("polls take their fast path, and are answered there as through the framework", async ({
  request,
}) => {
  const taskId = await servers.createTask("success-6");
  const first = await request.get(`${servers.product}/api/tasks/${taskId}`);
  const etag = first.headers().etag ?? "";
  const { revision } = (await first.json()) as { revision: string };
  const nobody = "00000000-0000-4000-8000-00000000000a";
  const asked = [
    { id: taskId, query: "", headers: {} },
    { id: taskId, query: `?since=${revision}`, headers: {} },
    { id: taskId, query: `?since=${revision}&wait=1`, headers: { "if-none-match": etag } },
    { id: taskId, query: "?since=never-heard-of", headers: {} },
    { id: taskId, query: "", headers: { "if-none-match": etag } },
    { id: taskId, query: "", headers: { "sec-fetch-site": "cross-site" } },
    { id: nobody, query: "", headers: {} },
  ];
  for (const { id, query, headers } of asked) {
    const label = `${id}${query} ${JSON.stringify(headers)}`;
    const before = await counted();
    const short = await request.get(`${servers.product}/api/tasks/${id}${query}`, { headers });
    expect(await counted(), label).toBe(before + 1);
    // Only the plain spelling of an id takes the fast path.
    const spelt = `${servers.product}/api/tasks/${id.toUpperCase()}${query}`;
    const long = await request.get(spelt, { headers });
    expect(await counted(), label).toBe(before + 1);
    expect(await facts(short), label).toEqual(await facts(long));
  }
});

test("nothing but a poll takes the fast path", async ({ request }) => {
  const taskId = await servers.createTask("success-6");
  const before = await counted();
  for (const path of ["/output", "/steps/1", "?since=%41"]) {
    await request.get(`${servers.product}/api/tasks/${taskId}${path}`);
  }
  await request.head(`${servers.product}/api/tasks/${taskId}`);
  expect(await counted()).toBe(before);
});
