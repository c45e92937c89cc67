import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { CONTRACTS, emulator, type Contract } from "../emulator-client";
import { expect, test } from "../fixtures";

/** The bytes of a file as the upstream serves them, fetched without the product. */
async function upstreamBytes(path: string): Promise<Buffer> {
  const link = await emulator.upstream(path);
  if (typeof link !== "object" || link === null || !("downloadUrl" in link)) {
    throw new Error(`No download link at ${path}`);
  }
  const response = await fetch(String(link.downloadUrl));
  return Buffer.from(await response.arrayBuffer());
}

async function filesOf(taskId: string): Promise<{ id: string; fileName: string }[]> {
  const body = await emulator.upstream(`/tasks/${taskId}`);
  // The shape is the wire contract's own.
  return (body as { outputFiles: { id: string; fileName: string }[] }).outputFiles;
}

async function download(page: Page, name: string | RegExp) {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  const file = await started;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const outputFilePath = (contract: Contract, taskId: string, fileId: string) =>
  `${contract === "current" ? "/files" : ""}/tasks/${taskId}/output-files/${fileId}`;

for (const contract of CONTRACTS) {
  test(`output files and the log arrive whole and under their name in the ${contract} contract`, async ({
    page,
    task,
  }) => {
    const { taskId } = await emulator.createTask({ scenario: "success-6", contract });
    await task.open(taskId, "?view=files");
    const files = await filesOf(taskId);
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const file of files.filter(({ fileName }) => /^[\w .-]+$/.test(fileName))) {
      const got = await download(page, `Download ${file.fileName}`);
      expect(got.name).toBe(file.fileName);
      expect(got.bytes).toEqual(await upstreamBytes(outputFilePath(contract, taskId, file.id)));
    }
    const got = await download(page, "Download log");
    expect(got.name).toMatch(/^task-[0-9a-f]{8}-log\.txt$/);
    expect(got.bytes).toEqual(await upstreamBytes(`/tasks/${taskId}/logs`));
  });
}

test("an uploaded file of the documented contract can be had back", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "documented" });
  await task.open(taskId, "?view=files");
  const uploads = page.getByRole("region", { name: "Uploaded files" });
  await expect(uploads.getByRole("link")).not.toHaveCount(0);
  const href = await uploads.getByRole("link").first().getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/octet-stream");
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);
  const fileId = href?.split("/").at(-1) ?? "";
  expect(await answer.body()).toEqual(
    await upstreamBytes(`/tasks/${taskId}/user-uploaded-files/${fileId}`),
  );
});

test("every file name, hostile ones included, becomes one safe attachment name", async ({
  page,
}) => {
  const hostile = "../../etc/pass\u202Ewd\r\nX-Evil: 1.txt";
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  const [file] = await filesOf(taskId);
  await emulator.patchTask(taskId, { outputFiles: [{ id: file?.id ?? "", fileName: hostile }] });
  const answer = await page.request.get(`/api/tasks/${taskId}/files/${file?.id ?? ""}`);
  expect(answer.ok()).toBe(true);
  const disposition = answer.headers()["content-disposition"] ?? "";
  expect(disposition).not.toMatch(/\.\.|\/|\u202e|%E2%80%AE|[\r\n]/i);
  expect(answer.headers()["x-evil"]).toBeUndefined();
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");
});
