import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { anotherBrowser, opened, revoke, share } from "../share-pages";

test("every link that does not work says the same @mobile", async ({ page, expectAccessible }) => {
  const heading = page.getByRole("heading", { name: "This link does not work" });
  const words: (string | null)[] = [];
  for (const path of ["/share#nonsense", "/share", "/share/AAAAAAAAAAAAAAAAAAAAAA", "/share/x"]) {
    await page.goto("about:blank");
    await page.goto(path);
    await expect(heading).toBeVisible();
    words.push(await page.getByRole("main").textContent());
  }
  expect(new Set(words).size).toBe(1);
  await expect(page).toHaveTitle("Shared task · Sightglass");
  await expectAccessible();
});

test("the output and the files alone can be shared, without a step @mobile", async ({
  page,
  task,
  browser,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId);
  const link = await share(page, ["Output", "Output files"], ["Steps"]);
  const viewer = await anotherBrowser(browser);
  await opened(viewer, link);
  await expect(viewer.getByRole("region", { name: "Output", exact: true })).toContainText(
    "Tarn Mid",
  );
  const file = viewer.getByRole("link", { name: "Download boots.csv" });
  await expect(file).toHaveAttribute("href", /^\/api\/share\//);
  const answer = await viewer.request.get((await file.getAttribute("href")) ?? "");
  expect(answer.headers()["content-disposition"]).toContain("boots.csv");
  await expect(viewer.getByRole("region", { name: /Uploaded files|Log/ })).toHaveCount(0);
  await expect(viewer.getByRole("list", { name: "Steps" })).toHaveCount(0);
});

test("the dialog makes, lists and revokes links, in light and dark @mobile", async ({
  page,
  task,
  expectAccessible,
}) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await task.open(taskId, "?step=2");
  const opener = page.getByRole("button", { name: "Share", exact: true });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Share this task" });
  await expect(dialog.getByText("No active links")).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: "Status" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "Steps" }).uncheck();
  await expect(dialog.getByRole("checkbox", { name: "Screenshots" })).not.toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: "Open at step 2" })).toHaveCount(0);
  await dialog.getByRole("checkbox", { name: "Steps" }).check();
  await expect(dialog.getByRole("checkbox", { name: "Screenshots" })).toBeChecked();
  await dialog.getByRole("combobox", { name: "Works for" }).selectOption("1 hour");
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByRole("img", { name: "QR code of the share link" })).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Share link" })).toBeFocused();
  await expect(dialog.getByText("Status, Steps, Screenshots, at step 2")).toBeVisible();
  await expect(dialog.getByText(/restart of this server ends all links/)).toBeVisible();
  await expectAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(["color-contrast"]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.click();
  await expect(dialog.getByRole("textbox", { name: "Share link" })).toHaveCount(0);
  await dialog.getByRole("button", { name: /^Revoke the link/ }).click();
  await dialog.getByRole("button", { name: "Keep" }).click();
  await revoke(page);
});

test("a shared page is fit for everybody @mobile", async ({ page, task, expectAccessible }) => {
  const { taskId } = await emulator.createTask({
    scenario: "failed-evaluations",
    contract: "current",
  });
  await task.open(taskId);
  const link = await share(page, ["Prompt", "Output", "Output files"]);
  await opened(page, link);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).not.toContainText(
    "Copy the link",
  );
});
