import { once } from "node:events";
import { get, type Agent } from "node:https";
import { freePort } from "../../scripts/free-port.mjs";
import { emulator } from "../emulator-client";
import { expect, test } from "../fixtures";
import { hasNginx, nginxPorts, startOwnNginx } from "../own-nginx";
import { hasRedis, startOwnRedis } from "../../scripts/own-redis.mjs";
import { startInstance } from "../own-servers";
import { EMULATOR } from "../settings";

/** So many wait for news, and as many ask once a second. */
const VIEWERS = Number(process.env.STOP_VIEWERS ?? 100);
const POLLS = 1000;

test.skip(!hasNginx, "There is no nginx here.");

/** What the spec started, to be stopped however it ends. */
const started: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  await Promise.all(started.splice(0).map((stop) => stop()));
});

/** An answer that is whole and has a status of its own, or what went wrong. */
function poll(url: string, agent: Agent): Promise<{ revision: string } | { lost: string }> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += String(chunk)));
      answer.once("close", () => {
        const { statusCode = 0, complete } = answer;
        if (statusCode !== 200 || !complete) resolve({ lost: `${String(statusCode)} ${body}` });
        // An answer of ours.
        else resolve(JSON.parse(body) as { revision: string });
      });
    });
    request.once("error", (error) => {
      resolve({ lost: error.message });
    });
  });
}

test(`a rolling restart of two instances behind nginx loses none of ${String(POLLS)} polls`, async () => {
  test.setTimeout(120_000);
  const ports = await nginxPorts();
  const redis = hasRedis ? await startOwnRedis() : null;
  if (redis !== null) started.push(redis.stop);
  const settings = {
    PUBLIC_BASE_URL: `https://localhost:${String(ports.https)}`,
    REDIS_URL: redis?.url ?? "",
  };
  const places = [String(await freePort()), String(await freePort())] as const;
  const start = async (port: string) => {
    const instance = await startInstance(EMULATOR, { ...settings, PORT: port });
    started.push(instance.stop);
    return instance;
  };
  const instances = [await start(places[0]), await start(places[1])];
  const nginx = await startOwnNginx(ports, [`127.0.0.1:${places[0]}`, `127.0.0.1:${places[1]}`]);
  started.push(nginx.stop);
  const { taskId } = await emulator.createTask({ scenario: "running", contract: "current" });
  const address = `${nginx.https}/api/tasks/${taskId}`;
  const agent = nginx.agent();

  let isOver = false;
  let answered = 0;
  const lost: string[] = [];
  const watch = async (query: string, pauseMs: number) => {
    let since = "";
    while (!isOver) {
      const answer = await poll(`${address}?${since}${query}`, agent);
      if ("lost" in answer) lost.push(answer.lost);
      else since = `since=${answer.revision}&`;
      answered++;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const viewers = Array.from({ length: VIEWERS }, (_, index) => [
    watch("wait=5", 0),
    watch("", 1000 + index),
  ]).flat();
  await expect.poll(() => answered, { timeout: 30_000 }).toBeGreaterThan(2 * VIEWERS);

  const before = answered;
  const from = performance.now();
  const exits: unknown[] = [];
  for (const [index, port] of places.entries()) {
    const old = instances[index]?.process;
    if (old === undefined) continue;
    const exit = once(old, "exit");
    old.kill("SIGTERM");
    exits.push((await exit)[0]);
    instances[index] = await start(port);
  }
  const seconds = (performance.now() - from) / 1000;
  await expect.poll(() => answered - before, { timeout: 30_000 }).toBeGreaterThan(POLLS);
  isOver = true;
  await Promise.all(viewers);
  agent.destroy();

  expect(lost.slice(0, 3)).toEqual([]);
  expect(exits).toEqual([0, 0]);
  const told = `${String(answered - before)} polls of ${String(2 * VIEWERS)} viewers, ${seconds.toFixed(1)} s`;
  test.info().annotations.push({ type: "measured", description: told });
});
