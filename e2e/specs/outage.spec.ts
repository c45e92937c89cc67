import { expect, test } from "../fixtures";
import { startOwnServers, type OwnServers } from "../own-servers";

/** How long the upstream is away; `OUTAGE_SECONDS=120` makes it two minutes. */
const OUTAGE_MS = Number(process.env.OUTAGE_SECONDS ?? "5") * 1000;
const RECOVERY_MS = 5000;
const FIRST_GOAL = "Open job 1 from the list.";

test.describe("an upstream whose process dies", () => {
  test.setTimeout(OUTAGE_MS + 120_000);
  let servers: OwnServers;

  test.beforeAll(async () => {
    servers = await startOwnServers();
  });
  test.afterAll(() => servers.stop());

  test("E27 the page keeps what it knew, says how old it is, and is right again within five seconds", async ({
    page,
    task,
  }, testInfo) => {
    await page.goto(`${servers.product}/tasks/${await runningTask(servers.emulator)}`);
    await expect(task.status("Running")).toBeVisible();
    await expect(task.step(1)).toContainText(FIRST_GOAL, { timeout: 20_000 });
    const stepsBefore = await task.steps.count();

    await servers.killEmulator();
    const downAt = Date.now();
    await expect(task.connection).toContainText("Browser Use Cloud is not reachable", {
      timeout: 15_000,
    });
    await expect(task.connection).toContainText(/known \d+/);
    const seconds = Math.floor(OUTAGE_MS / 1000);
    const ageOnPage = async () => secondsIn((await task.connection.textContent()) ?? "");
    await expect.poll(ageOnPage, { timeout: OUTAGE_MS + 15_000 }).toBeGreaterThanOrEqual(seconds);
    expect(await ageOnPage()).toBeLessThanOrEqual((Date.now() - downAt) / 1000 + 15);
    await expect(task.status("Running")).toBeVisible();
    await expect(task.step(1)).toContainText(FIRST_GOAL);
    expect(await task.steps.count()).toBeGreaterThanOrEqual(stepsBefore);

    await servers.restartEmulator();
    const backAt = Date.now();
    await expect(task.connection).toBeEmpty({ timeout: RECOVERY_MS });
    const recovery = `${String(Date.now() - backAt)} ms after ${String(seconds)} s`;
    testInfo.annotations.push({ type: "recovery", description: recovery });
    console.log(`recovered ${recovery}`);
    await expect.poll(() => task.steps.count()).toBeGreaterThan(stepsBefore);
    await expect(task.step(1)).toContainText(FIRST_GOAL);
  });
});

/** The sample that runs for hours, which is there again after a restart. */
async function runningTask(emulator: string): Promise<string> {
  const response = await fetch(`${emulator}/__emulator/scenarios`);
  // The emulator is ours; its README says what it answers.
  const samples = (await response.json()) as {
    scenario: string;
    contract: string;
    taskId: string;
  }[];
  const sample = samples.find(
    (each) => each.scenario === "steps-1000" && each.contract === "current",
  );
  return sample?.taskId ?? "";
}

/** The age in a text such as “1 m 12 s”. */
function secondsIn(text: string): number {
  const [, minutes = "0"] = /(\d+) m\b/.exec(text) ?? [];
  const [, seconds = "0"] = /(\d+) s\b/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}
