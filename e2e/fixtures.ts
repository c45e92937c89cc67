import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** A task page, in the words of a reader. */
class TaskPage {
  readonly timeline: Locator;
  readonly steps: Locator;
  readonly connection: Locator;
  readonly player: Locator;
  readonly filmstrip: Locator;
  readonly slider: Locator;

  constructor(readonly page: Page) {
    this.timeline = page.getByRole("list", { name: "Steps" });
    this.steps = this.timeline.getByRole("listitem");
    this.connection = page.getByRole("status", { name: "Connection" });
    this.player = page.getByRole("region", { name: "Player" });
    this.filmstrip = page.getByRole("list", { name: "Filmstrip" });
    this.slider = page.getByRole("slider", { name: "Position in the run" });
  }

  /** Opens a task's page and waits until it can be used. */
  async open(taskId: string, query = "") {
    await this.page.goto(`/tasks/${taskId}${query}`);
    await untilTakenOver(this.page);
  }

  status(label: string): Locator {
    return this.page.getByText(`Status: ${label}`, { exact: true });
  }

  step(number: number): Locator {
    return this.timeline.getByRole("link", { name: new RegExp(`^Step ${String(number)}\\b`) });
  }

  filmStep(number: number): Locator {
    return this.filmstrip.getByRole("button", { name: new RegExp(`^Step ${String(number)}\\b`) });
  }

  /** The opened step on the stage. */
  panel(number: number): Locator {
    return this.page.getByRole("article", { name: `Step ${String(number)}`, exact: true });
  }

  async openTab(name: string) {
    await this.page.getByRole("tab", { name }).click();
  }
}

type Fixtures = {
  task: TaskPage;
  /** All of axe's rules, or some of them. */
  expectAccessible: (rules?: string[]) => Promise<void>;
};

/** Playwright's test with a task page, axe, and a watch on errors that a page may not have. */
export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const violations: string[] = [];
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
    });
    page.on("pageerror", (error) => violations.push(String(error)));
    await use(page);
    expect(violations, "errors and policy violations on the page").toEqual([]);
  },
  task: async ({ page }, use) => {
    await use(new TaskPage(page));
  },
  expectAccessible: async ({ page }, use) => {
    await use(async (rules) => {
      // A live view shows somebody else's page. Without frames axe needs no second page to put its findings together.
      const axe = new AxeBuilder({ page }).setLegacyMode().exclude("iframe");
      const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
      expect(
        violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) })),
      ).toEqual([]);
    });
  },
});

export { expect } from "@playwright/test";

/**
 * Waits until React has taken over all that can be used on a page, parts with a late script too: a key pressed or a
 * click made before that may be lost. React marks the elements that it has taken over with a property.
 */
export async function untilTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const all = document.querySelectorAll(
      "body a, body button, body summary, body input, body select, body [tabindex], body [role]",
    );
    return [...all].every((element) =>
      Object.keys(element).some((key) => key.startsWith("__reactProps$")),
    );
  });
}

/** What a reader gets who pastes the clipboard into the field of the start page. */
export async function pasted(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.goto("/");
  const field = other.getByRole("textbox", { name: "Task ID" });
  await field.focus();
  await field.press("ControlOrMeta+v");
  const text = await field.inputValue();
  await other.close();
  return text;
}

/** Hides the page from its reader, or shows it again, as far as the page can tell. */
export async function setVisibility(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => value });
    Object.defineProperty(document, "hidden", {
      configurable: true,
      get: () => value === "hidden",
    });
    window.dispatchEvent(new Event("visibilitychange"));
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}
