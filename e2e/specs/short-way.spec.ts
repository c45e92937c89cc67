import type { APIResponse } from "@playwright/test";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";

/** What the framework adds or names by the moment. */
const BY_THE_WAY =
  /^(date|x-request-id|x-fetched-at|vary|connection|keep-alive|content-length|content-encoding|transfer-encoding)$/;

async function facts(answer: APIResponse): Promise<object> {
  const headers = Object.entries(answer.headers()).filter(([name]) => !BY_THE_WAY.test(name));
  const text = await answer.text();
  const body: unknown =
    text === "" ? null : JSON.parse(text.replace(/"requestId":"[^"]*"/, '"requestId":""'));
  return { status: answer.status(), headers: Object.fromEntries(headers), body };
}

test("polls are answered alike by their short way and through the framework", async ({
  request,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const first = await request.get(`/api/tasks/${taskId}`);
  const etag = first.headers().etag ?? "";
  const { revision } = (await first.json()) as { revision: string };
  const asked = [
    { query: "", headers: {} },
    { query: `?since=${revision}`, headers: {} },
    { query: "?since=never-heard-of", headers: {} },
    { query: "", headers: { "if-none-match": etag } },
    { query: "", headers: { "sec-fetch-site": "cross-site" } },
  ];
  for (const { query, headers } of asked) {
    const short = await facts(await request.get(`/api/tasks/${taskId}${query}`, { headers }));
    // Only the plain spelling of an id takes the short way.
    const long = await facts(
      await request.get(`/api/tasks/${taskId.toUpperCase()}${query}`, { headers }),
    );
    expect(short, query).toEqual(long);
  }
  const nobody = "00000000-0000-4000-8000-00000000000a";
  expect(await facts(await request.get(`/api/tasks/${nobody}`))).toEqual(
    await facts(await request.get(`/api/tasks/${nobody.toUpperCase()}`)),
  );
});
