import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { anotherBrowser, opened, share } from "../share-pages";

const SECRETS = ["noor.haddad", "Quay-lamp-4021", "Zx41qLw8RtYb27NvKd03PsMh"];

test("C11 what looks like a secret is listed before a link is made, and masked in what it shows @mobile", async ({
  page,
  task,
  browser,
  expectAccessible,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "leaked-secrets", contract: "current" });
  await task.open(taskId);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Quay-lamp-4021");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this task" });
  const found = dialog.getByRole("region", { name: "What looks like a secret" });
  await expect(found.getByText("Step 2, memory: an e-mail address")).toBeVisible();
  await expect(found.getByText("Step 2, actions: a password")).toBeVisible();
  await expect(found.getByText("The prompt: a password")).toHaveCount(0);
  await dialog.getByRole("checkbox", { name: "Prompt", exact: true }).check();
  await expect(found.getByText("The prompt: a password")).toBeVisible();
  for (const secret of SECRETS) await expect(found).not.toContainText(secret);
  await expectAccessible();
  await dialog.getByRole("checkbox", { name: "Steps", exact: true }).uncheck();
  await dialog.getByRole("checkbox", { name: "Prompt", exact: true }).uncheck();
  await expect(found).toHaveCount(0);
  await dialog.getByRole("button", { name: "Close" }).click();

  const link = await share(page, ["Prompt", "Output"]);
  const viewer = await anotherBrowser(browser);
  /** What the page was sent, as far as the browser still has it: leaving a page lets its answers go. */
  const seen: string[] = [];
  viewer.on("response", (response) => {
    if (!/^(?:document|fetch|xhr)$/.test(response.request().resourceType())) return;
    void response.text().then(
      (text) => seen.push(text),
      () => undefined,
    );
  });
  await opened(viewer, link);
  await viewer.getByRole("link", { name: /^Step 2\b/ }).click();
  const article = viewer.getByRole("article", { name: "Step 2", exact: true });
  await expect(article).toContainText("The form for a new password of");
  await expect(article).toContainText("Success - The link works.");
  await expect(viewer.getByRole("heading", { level: 1 })).toContainText("in Ledgerline");
  const shareId = /\/share\/([\w-]{22})/.exec(viewer.url())?.[1] ?? "";
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  const answers: string[] = [];
  for (const path of ["", "/steps/2", "/output"]) {
    answers.push(await (await viewer.request.get(`/api/share/${shareId}${path}`)).text());
  }
  for (const text of [await viewer.content(), ...seen, ...answers]) {
    for (const secret of SECRETS) expect(text.includes(secret), secret).toBe(false);
  }
});
