import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { ADDRESSES, HIDDEN, HOSTILE_TEXTS, IMPOSTORS, MARKUP } from "../emulator/hostile-strings";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { SERVER_LOG } from "../settings";
import { watchPage } from "../watch-page";

const hostile = (contract: "current" | "documented" = "current") =>
  emulator.createTask({ scenario: "hostile", contract });
/** The step that says this text in each of its fields. */
const stepOf = (text: string | undefined) => HOSTILE_TEXTS.indexOf(text ?? "") + 1;

/** Every address that a click on the page could lead to. */
const addressesOn = (page: Page) =>
  page.locator("a[href]").evaluateAll((links) =>
    links.map((link) => ({
      href: link instanceof HTMLAnchorElement ? link.href : "",
      rel: link.getAttribute("rel") ?? "",
      isOwn: link instanceof HTMLAnchorElement && link.origin === location.origin,
    })),
  );

test("D01 D06 D08 D10 nothing in a hostile task runs or calls home", async ({ page, task }) => {
  test.setTimeout(120_000);
  const watch = watchPage(page);
  const { taskId } = await hostile();
  const other = await hostile("documented");
  for (const query of ["?step=1", "?view=output", "?view=files", "?view=raw"]) {
    await task.open(taskId, query);
    await watch.expectCalm();
    for (const { href, rel, isOwn } of await addressesOn(page)) {
      expect(href).toMatch(/^https?:/);
      if (!isOwn) expect(rel).toBe("noopener noreferrer nofollow");
    }
  }
  await task.open(taskId, "?step=1");
  // The keys come with the player.
  await expect(task.slider).toBeVisible();
  for (const [index] of HOSTILE_TEXTS.entries()) {
    await expect(task.panel(index + 1)).toBeVisible();
    await page.keyboard.press("j");
  }
  await watch.expectCalm();
  for (const path of [`/board?ids=${taskId}`, `/compare?a=${taskId}&b=${other.taskId}`, "/"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await watch.expectCalm();
  }
  // D15: whatever a text asks for, nothing is done about it.
  expect(watch.changes.filter((change) => !change.endsWith("/live"))).toEqual([]);
});

test("D01 markup is shown as the text it is", async ({ task }) => {
  const { taskId } = await hostile();
  await task.open(taskId, "?step=1");
  for (const text of MARKUP.filter((markup) => !/[\u2028\u2029]/.test(markup))) {
    await task.step(stepOf(text)).click();
    const goal = task.panel(stepOf(text)).getByRole("region", { name: "Goal" });
    await expect(goal.getByText(text, { exact: true })).toBeVisible();
  }
});

test("D02 D03 D04 an address leads to the web or nowhere, and names its real host", async ({
  page,
  task,
}) => {
  const { taskId } = await hostile();
  const shown: Record<string, string | null> = {};
  await task.open(taskId, "?step=1");
  for (const address of ADDRESSES) {
    await task.step(stepOf(address)).click();
    await expect(task.panel(stepOf(address))).toBeVisible();
    const link = task.panel(stepOf(address)).getByRole("link", { name: /^Open the page on / });
    shown[address] = (await link.count()) === 0 ? null : await link.getAttribute("aria-label");
  }
  const linked = Object.entries(shown).filter(([, label]) => label !== null);
  expect(Object.fromEntries(linked)).toEqual({
    "https:evil.example": "Open the page on evil.example",
    "https://bank.example@evil.example/sign-in": "Open the page on evil.example",
    "https://evil.example\\@bank.example/": "Open the page on evil.example",
    "https://bank.example:443@evil.example:8443/a": "Open the page on evil.example:8443",
    "https://аpple.com/": "Open the page on xn--pple-43d.com",
    "http://[::ffff:127.0.0.1]/": "Open the page on [::ffff:7f00:1]",
  });
  const lookAlike = stepOf("https://аpple.com/");
  await task.step(lookAlike).click();
  await expect(task.panel(lookAlike).getByText("Unusual letters")).toBeVisible();
  await expect(page.getByText("аpple.com", { exact: true })).toHaveCount(0);
});

test("D05 hidden characters are marked, and a tower of marks stays in its row @mobile", async ({
  page,
  task,
}) => {
  const { taskId } = await hostile();
  await task.open(taskId, `?step=${String(stepOf(HIDDEN[0]))}`);
  // The keys come with the player.
  await expect(task.slider).toBeVisible();
  for (const text of HIDDEN) {
    const panel = task.panel(stepOf(text));
    await expect(panel).toBeVisible();
    // Halves of characters are gone before they could be shown.
    if (!text.includes("\ud800")) {
      const goal = panel.getByRole("region", { name: "Goal" });
      await expect(goal.getByText(/^U\+[0-9A-F]{4,6}(?: \+\d+)?$/).first()).toBeVisible();
    }
    const words = await page.locator("body").innerText();
    expect(words).not.toMatch(/[\0\u0007\u009b\u200b\u202a-\u202e\u2060\u2066\u2067\ufeff\u3164]/);
    await page.keyboard.press("j");
  }
  const tower = HIDDEN.find((text) => text.startsWith("a tower"));
  await task.open(taskId, "?view=steps");
  const row = task.step(stepOf(tower));
  expect((await row.boundingBox())?.height ?? 0).toBeLessThan(140);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );
});

test("D05 the title of the tab and the names of controls spell hidden characters out", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({ scenario: "success-6", contract: "current" });
  await emulator.patchTask(taskId, { task: "Pay \u202Etxt.exe now", llm: "a\u200Bb" });
  await task.open(taskId);
  await expect(page).toHaveTitle(/Pay ‹U\+202E›txt\.exe now/);
  await expect(page.getByText("U+200B", { exact: true })).toBeVisible();
  await page.goto(`/board?ids=${taskId}`);
  await expect(page.getByRole("article", { name: "Pay ‹U+202E›txt.exe now" })).toBeVisible();
});

test("D16 a text that imitates this program stands in the frame of an agent's text", async ({
  page,
  task,
}) => {
  const { taskId } = await hostile();
  const impostor = IMPOSTORS[0] ?? "";
  await task.open(taskId, `?step=${String(stepOf(impostor))}`);
  await expect(task.panel(stepOf(impostor))).toBeVisible();
  const outside = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, 4);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (node.textContent?.includes(words) !== true || holder === null) continue;
      const isFramed = holder.closest(".foreign-text, bdi") !== null;
      const isOurs = holder.closest("[role=alert], [role=status], header, nav, button, .sr-only");
      if (!isFramed || isOurs !== null) found.push(holder.outerHTML);
    }
    return found;
  }, impostor);
  expect(outside).toEqual([]);
  const memory = task.panel(stepOf(impostor)).getByText(impostor, { exact: true }).first();
  const frame = await memory.evaluate((element) => {
    const { borderInlineStartWidth, overflowX } = getComputedStyle(element);
    return { borderInlineStartWidth, overflowX };
  });
  expect(frame).toEqual({ borderInlineStartWidth: "2px", overflowX: "clip" });
});

test("D14 no text of a task stands in the log, and every line is one line of plain JSON", async ({
  task,
}) => {
  const { taskId } = await hostile();
  await emulator.patchTask(taskId, { status: 'odd\r\n{"level":50}\u001B[31m\u009B31m\u202E' });
  await task.open(taskId);
  const log = await readFile(SERVER_LOG, "utf8");
  const lines = log.split("\n").filter((line) => line.startsWith("{"));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(() => void JSON.parse(line), line).not.toThrow();
  expect(log).not.toContain("pwned");
  // The words of the start are in colour.
  expect(lines.join("")).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
});
