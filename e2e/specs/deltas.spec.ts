import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { askedWithin, takeClock } from "../page-clock";

test("a watching page gets each step once", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "documented",
    startAtStep: 4,
  });
  const bodies: string[] = [];
  const paths: string[] = [];
  page.on("response", (response) => {
    const url = new URL(response.url());
    if (url.pathname !== `/api/tasks/${taskId}`) return;
    paths.push(url.search);
    if (response.status() === 200) void response.text().then((text) => bodies.push(text));
  });
  await task.open(taskId);
  await expect(task.steps).toHaveCount(4);
  await emulator.moveClock(taskId, { speed: 60 });
  await expect(task.status("Finished")).toBeVisible({ timeout: 30_000 });
  await expect(task.steps).toHaveCount(16);

  expect(paths.filter((search) => !search.startsWith("?since="))).toEqual([]);
  // The texts of a step travel once, however often the page asked meanwhile.
  const goals = ["Put the boots into the bag.", "Go to the checkout."];
  const times = () => goals.map((goal) => bodies.join("").split(JSON.stringify(goal)).length - 1);
  // The browser hands over what it got a little after the page shows it.
  await expect.poll(times).toEqual([1, 1]);
  expect(bodies.join("")).not.toContain("waterproof walking boots in size 42");
});

test("an edited step and a removed one reach the page", async ({ page, task }) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await task.open(taskId, "?step=2");
  await expect(task.panel(2)).toBeVisible();
  const step = {
    number: 2,
    memory: "Edited memory",
    evaluationPreviousGoal: "",
    nextGoal: "Edited goal",
    url: "https://shop.example/",
    actions: [],
  };
  await emulator.moveClock(taskId, { paused: true });
  await emulator.patchTask(taskId, { steps: [step, { ...step, number: 3 }] });
  await expect(task.panel(2).getByText("Edited goal")).toBeVisible({ timeout: 10_000 });
  await expect(task.panel(2).getByText("Edited memory")).toBeVisible();
  await expect(page).toHaveURL(/step=2/);
});

test("a page that watches a quiet run leaves its request open, and shows news at once", async ({
  page,
  task,
}) => {
  const { taskId } = await emulator.createTask({
    scenario: "running",
    contract: "current",
    startAtStep: 3,
  });
  await emulator.moveClock(taskId, { paused: true });
  await takeClock(page);
  await task.open(taskId);
  await expect(task.steps).toHaveCount(3);
  const polls: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === `/api/tasks/${taskId}`) polls.push(url.search);
  });
  await expect.poll(() => polls.at(-1)).toContain("&wait=25");
  expect(await askedWithin(page, 15)).toEqual([]);
  await emulator.moveClock(taskId, { advanceSeconds: 30, paused: false });
  await expect(task.step(4)).toBeVisible({ timeout: 2500 });
});
