import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { EMPTY_PAGE_FILE, firstLoadBytes } from "../../scripts/first-load.mjs";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { PRODUCT } from "../settings";

/**
 * What a page of ours may load at first above an empty page, in bytes under gzip. The target is 40,000; the words for
 * actions and the cutting of texts at whole signs are to be won back elsewhere.
 */
const BUDGET = 42_500;

type EmptyPage = { bytes: number; versions: Record<string, string> };
type Packages = { dependencies: Record<string, string> };

// Both files are the project's own.
const emptyPage = JSON.parse(readFileSync(EMPTY_PAGE_FILE, "utf8")) as EmptyPage;
const packages = JSON.parse(readFileSync("package.json", "utf8")) as Packages;

test("the empty page was measured with the packages of today", () => {
  const { dependencies } = packages;
  for (const [name, version] of Object.entries(emptyPage.versions)) {
    expect(
      dependencies[name],
      `${name} has changed since the empty page was measured: run "npm run measure:empty-page" and commit ${EMPTY_PAGE_FILE}`,
    ).toBe(version);
  }
});

test("every page is at most 42.5 KB of JavaScript above an empty page", async ({ request }) => {
  const running = await emulator.createTask({
    scenario: "running",
    contract: "documented",
    startAtStep: 5,
  });
  const finished = await emulator.createTask({
    scenario: "success-6",
    contract: "documented",
  });
  const paths = [
    `/tasks/${running.taskId}`,
    `/tasks/${finished.taskId}`,
    `/tasks/${finished.taskId}?step=2`,
    `/compare?a=${finished.taskId}&b=${running.taskId}`,
    `/board?ids=${running.taskId}`,
    "/",
    "/share",
    await openedLink(request, running.taskId),
  ];
  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const path of paths) {
    const above = (await firstLoadBytes(PRODUCT, path, { cookie })) - emptyPage.bytes;
    test.info().annotations.push({ type: path, description: `${String(above)} bytes` });
    expect(above, `${path}: bytes above an empty page`).toBeLessThanOrEqual(BUDGET);
  }
});

/** Makes a share link of a task and opens it; the path of its page. */
async function openedLink(request: APIRequestContext, taskId: string): Promise<string> {
  const made = await request.post(`/api/tasks/${taskId}/share-links`, {
    data: { scopes: ["steps", "screenshots"], lifetime: "1h" },
  });
  const [, token] = ((await made.json()) as { path: string }).path.split("#");
  const opened = await request.post("/api/share", { data: { token } });
  return `/share/${((await opened.json()) as { shareId: string }).shareId}`;
}
