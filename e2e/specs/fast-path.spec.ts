import type { APIResponse } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

/** What the framework adds or names by the moment. */
const BY_THE_WAY =
  /^(date|x-request-id|x-fetched-at|vary|connection|keep-alive|content-length|content-encoding|transfer-encoding|server-timing)$/;

/** The server under test marks what its fast path answered. */
const tookFastPath = (answer: APIResponse) => answer.headers()["server-timing"] === "fast-path";

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
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const first = await request.get(`/api/tasks/${taskId}`);
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
    const short = await request.get(`/api/tasks/${id}${query}`, { headers });
    // Only the plain spelling of an id takes the fast path.
    const long = await request.get(`/api/tasks/${id.toUpperCase()}${query}`, { headers });
    expect([tookFastPath(short), tookFastPath(long)], label).toEqual([true, false]);
    expect(await facts(short), label).toEqual(await facts(long));
  }
});

test("nothing but a poll takes the fast path", async ({ request }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  for (const path of ["", "/output", "/steps/1", "?since=%41"]) {
    const answer = await request.get(`/api/tasks/${taskId}${path}`);
    expect(tookFastPath(answer), path).toBe(path === "");
  }
  expect(tookFastPath(await request.head(`/api/tasks/${taskId}`))).toBe(false);
});
