import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { hasRedis, startOwnRedis } from "../../scripts/own-redis.mjs";
import { expect, test } from "../fixtures";
import { emulator } from "../emulator-client";
import { startInstance } from "../own-servers";
import { EMULATOR } from "../settings";

const SECRET = "a-secret-of-this-spec";
const PATH = "/hook?token=canary-of-the-address";

type Message = {
  id: string;
  event: string;
  changes: number;
  link: string | null;
  task: { id: string; status: string };
};

/** What the spec started, to be stopped however it ends. */
const started: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  await Promise.all(started.splice(0).map((stop) => stop()));
});

/** A receiver that answers what it is told to, then 204, and checks each signature as the documents say. */
async function startReceiver() {
  const statuses: number[] = [];
  const received: { status: number; headers: IncomingHttpHeaders; message: Message }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += String(chunk)));
    request.on("end", () => {
      const { headers } = request;
      const time = String(headers["x-sightglass-timestamp"]);
      const signed = createHmac("sha256", SECRET).update(`${time}.${body}`).digest("hex");
      const isOurs =
        request.url === PATH &&
        headers["x-sightglass-signature"] === `v1=${signed}` &&
        Math.abs(Date.now() / 1000 - Number(time)) < 60;
      const status = isOurs ? (statuses.shift() ?? 204) : 401;
      // The product's own body.
      received.push({ status, headers, message: JSON.parse(body) as Message });
      response.writeHead(status).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  started.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const told = () =>
    received
      .filter(({ status }) => status === 204)
      .map(({ message: { event, changes } }) => `${event} ×${String(changes)}`);
  return { url: `http://127.0.0.1:${String(port)}${PATH}`, statuses, received, told };
}

const settingsFor = (url: string) => ({
  NOTIFY_URL: url,
  NOTIFY_SECRET: SECRET,
  NOTIFY_EVERY_SECONDS: "1",
  NOTIFY_MERGE_SECONDS: "8",
  POLL_INTERVAL_MS: "250",
});

async function startWith(settings: Readonly<Record<string, string>>) {
  const instance = await startInstance(EMULATOR, settings);
  started.push(instance.stop);
  return instance;
}

async function statusAt(product: string, taskId: string): Promise<string> {
  const answer = await fetch(`${product}/api/tasks/${taskId}`);
  // Our own API.
  return ((await answer.json()) as { task: { status: string } }).task.status;
}

async function runningTask(): Promise<string> {
  const wish = { scenario: "running", contract: "current", startAtStep: 3 } as const;
  return (await emulator.createTask(wish)).taskId;
}

test("whoever has closed the tab is told of a pause, of a run that flaps in one message, and of the end", async ({
  page,
}) => {
  const receiver = await startReceiver();
  const { product } = await startWith(settingsFor(receiver.url));
  const taskId = await runningTask();
  await page.goto(`${product}/tasks/${taskId}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("about:blank");

  receiver.statuses.push(500);
  await emulator.patchTask(taskId, { status: "paused" });
  await expect.poll(receiver.told, { timeout: 15_000 }).toEqual(["paused ×1"]);
  const [failed, taken] = receiver.received;
  expect([failed?.status, taken?.status]).toEqual([500, 204]);
  expect(taken?.message).toEqual(failed?.message);
  expect(taken?.headers["x-sightglass-id"]).toBe(taken?.message.id);
  expect(taken?.message).toMatchObject({ task: { id: taskId }, link: null });

  // Somebody looks again, at a run that goes on and pauses as it likes.
  for (const [status, word] of [
    ["started", "running"],
    ["paused", "paused"],
    ["started", "running"],
    ["paused", "paused"],
  ] as const) {
    await emulator.patchTask(taskId, { status });
    await expect.poll(() => statusAt(product, taskId)).toBe(word);
  }
  const flapped = ["paused ×1", "back-to-normal ×1", "paused ×3"];
  await expect.poll(receiver.told, { timeout: 15_000 }).toEqual(flapped);
  await emulator.patchTask(taskId, { status: "finished" });
  await expect.poll(receiver.told, { timeout: 15_000 }).toEqual([...flapped, "ended ×1"]);

  await page.goto(`${product}/status`);
  const messages = page.getByRole("region", { name: "Messages" });
  await expect(messages).toContainText("This instance");
  await expect(messages).toContainText("500");
  expect(await page.content()).not.toContain("canary-of-the-address");
});

test("of two instances that show a task one tells its end, and another when that one is gone", async () => {
  test.skip(!hasRedis, "There is no redis-server here.");
  test.setTimeout(120_000);
  const redis = await startOwnRedis();
  started.push(redis.stop);
  const receiver = await startReceiver();
  const settings = { ...settingsFor(receiver.url), REDIS_URL: redis.url };
  const a = await startWith(settings);
  const b = await startWith(settings);
  const readAtBoth = (taskId: string) =>
    Promise.all(
      [a, b].map(async ({ product }) => (await fetch(`${product}/api/tasks/${taskId}`)).status),
    );
  const taskId = await runningTask();
  expect(await readAtBoth(taskId)).toEqual([200, 200]);
  await emulator.patchTask(taskId, { status: "failed" });
  expect(await readAtBoth(taskId)).toEqual([200, 200]);
  await expect.poll(receiver.told, { timeout: 15_000 }).toEqual(["ended ×1"]);

  const later = await runningTask();
  expect(await readAtBoth(later)).toEqual([200, 200]);
  // The one that started first sends. It is killed and gives nothing back: the other waits for the lock to end.
  a.process.kill("SIGKILL");
  await emulator.patchTask(later, { status: "stopped" });
  await expect.poll(receiver.told, { timeout: 40_000 }).toEqual(["ended ×1", "ended ×1"]);
  expect(receiver.received.map(({ message }) => message.task.id)).toEqual([taskId, later]);
});
