import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CONTRACTS, emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { API_KEY, EMULATOR, SERVER_LOG } from "../settings";

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What may never leave the server: the key, presigned addresses, the live address. */
const SECRETS = [API_KEY, "X-Amz-Signature", `${EMULATOR}/live/`, `${EMULATOR}/assets/`];

test("the key is in no file that browsers get", async () => {
  const files = await filesUnder(".next/static");
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    expect((await readFile(file)).includes(API_KEY), file).toBe(false);
  }
});

for (const contract of CONTRACTS) {
  test(`no page, no answer and no error carries a secret in the ${contract} contract`, async ({
    page,
    request,
  }) => {
    const { taskId } = await emulator.createTask({ scenario: "running", contract, startAtStep: 5 });
    const paths = [
      "/",
      "/nowhere",
      `/tasks/${taskId}`,
      `/tasks/${taskId}?step=2`,
      `/api/tasks/${taskId}`,
      `/api/tasks/${taskId}/files/not-a-file`,
      `/api/tasks/${taskId}/steps/2/screenshot?w=7`,
      "/api/tasks/not-a-task",
      "/healthz",
      "/readyz",
    ];
    for (const path of paths) {
      const answer = await request.get(path);
      const text = (await answer.text()) + JSON.stringify(answer.headers());
      for (const secret of SECRETS)
        expect(text.includes(secret), `${secret} in ${path}`).toBe(false);
    }
    await emulator.breakTask(taskId, { kind: "status", status: 500 });
    await page.goto(`/tasks/${taskId}`);
    expect(await page.content()).not.toContain(API_KEY);
  });
}

test("no log line carries a secret", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=2");
  await emulator.breakTask(taskId, { kind: "status", status: 401 });
  await page.request.get(`/api/tasks/${taskId}/logs`);
  const log = await readFile(SERVER_LOG, "utf8");
  expect(log.length).toBeGreaterThan(0);
  for (const secret of SECRETS) expect(log.includes(secret), secret).toBe(false);
});
