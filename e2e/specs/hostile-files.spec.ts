import type { Locator } from "@playwright/test";
import { CONTRACTS, emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { watchPage } from "../watch-page";

const hrefsOf = (links: Locator) =>
  links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));

for (const contract of CONTRACTS) {
  test(`D17 D18 every file has a link and one safe name of its own bytes in the ${contract} contract`, async ({
    page,
    task,
  }) => {
    const { taskId } = await emulator.createTask({ scenario: "hostile", contract });
    await task.open(taskId, "?view=files");
    const links = page.getByRole("region", { name: "Output files" }).getByRole("link");
    await expect(links.nth(25)).toBeVisible();
    const hrefs = await hrefsOf(links);
    expect(hrefs.length).toBeGreaterThan(25);
    expect(new Set(hrefs).size).toBe(hrefs.length);
    const bodies = new Set<string>();
    for (const href of hrefs) {
      const answer = await page.request.get(href);
      expect(answer.status(), href).toBe(200);
      bodies.add(await answer.text());
      const headers = answer.headers();
      expect(headers["x-evil"]).toBeUndefined();
      expect(headers["content-disposition"]).toMatch(/^attachment; filename="[^"/\\]{1,160}"/);
      expect(headers["content-disposition"]).not.toMatch(/%E2%80%AE|%2F|%5C|\.\.\//i);
    }
    expect(bodies.size).toBe(hrefs.length);
    await expect(links.filter({ hasText: /^same\.txt$/i })).toHaveCount(3);
    await expect(links.filter({ hasText: "U+202E" }).first()).toBeVisible();
  });
}

test("D19 no file is ever opened on our origin, by a link or by its address", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "hostile", contract: "current" });
  await task.open(taskId, "?view=files");
  const region = page.getByRole("region", { name: "Output files" });
  for (const name of [
    "page.html",
    "drawing.svg",
    "paper.pdf",
    "sheet.xml",
    "link.url",
    "program.hta",
    "both.gif",
  ]) {
    const link = region.getByRole("link", { name: `Download ${name}` });
    const [href = ""] = await hrefsOf(link);
    const answer = await page.request.get(href);
    expect(answer.headers()).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="${name}"`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "x-download-options": "noopen",
    });
    const tab = await page.context().newPage();
    const started = tab.waitForEvent("download");
    await tab.goto(href).catch(() => undefined);
    expect((await started).suggestedFilename()).toBe(name);
    expect(tab.url()).toBe("about:blank");
    await tab.close();
  }
});

test("D20 what is no picture is a placeholder with words, and reaches no browser", async ({
  page,
  task,
}) => {
  const watch = watchPage(page);
  const { taskId } = await emulator.createTask({ scenario: "hostile", contract: "current" });
  await task.open(taskId, "?step=1");
  for (let step = 1; step <= 8; step++) {
    for (const query of ["", "?w=160", "?w=1280"]) {
      const answer = await page.request.get(
        `/api/tasks/${taskId}/steps/${String(step)}/screenshot${query}`,
      );
      expect(answer.status(), `step ${String(step)}${query}`).toBe(404);
      expect(answer.headers()["content-type"]).toContain("application/problem+json");
    }
    await task.step(step).click();
    await expect(task.panel(step).getByText(/could not be loaded\./)).toBeVisible();
  }
  await watch.expectCalm();
});
