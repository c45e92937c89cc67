import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { ask } from "../emulator/test-emulator";
import { expect, test } from "../fixtures";
import { startInstance } from "../own-servers";
import { EMULATOR, PRODUCT, PRODUCT_PORT } from "../settings";

/** So many wait for news, and as many poll. */
const VIEWERS = Number(process.env.STOP_VIEWERS ?? 150);
/** A container is killed ten seconds after it was asked to stop. */
const GONE_MS = 8000;

type Answer = { status: number; connection: string; isWhole: boolean };

/** One answer, or the code of why there was none. */
function answerOf(url: string, agent: Agent): Promise<Answer | { failed: string; isNew: boolean }> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (answer) => {
      answer.resume().once("close", () => {
        const { statusCode: status = 0, headers, complete: isWhole } = answer;
        resolve({ status, connection: headers.connection ?? "", isWhole });
      });
    });
    request.once("error", (error: NodeJS.ErrnoException) => {
      resolve({ failed: error.code ?? error.message, isNew: !request.reusedSocket });
    });
  });
}

/** A server of its own, a task that runs and shows nothing new, and its revision. */
async function watched(): Promise<Awaited<ReturnType<typeof startInstance>> & { poll: string }> {
  const instance = await startInstance(EMULATOR, { HOLD_SECONDS: "25" });
  const { body } = await ask(`${EMULATOR}/__emulator/tasks`, {
    method: "POST",
    body: JSON.stringify({ scenario: "success-6", contract: "current" }),
  });
  const { taskId } = body as { taskId: string };
  const answer = await fetch(`${instance.product}/api/tasks/${taskId}`);
  const { revision } = (await answer.json()) as { revision: string };
  return { ...instance, poll: `${instance.product}/api/tasks/${taskId}?since=${revision}` };
}

async function exitOf({ process }: { process: ChildProcess }): Promise<number | null> {
  const [code] = (await once(process, "exit")) as [number | null];
  return code;
}

test(`the server stops in time while ${String(2 * VIEWERS)} people watch, and cuts nothing`, async () => {
  const instance = await watched();
  const agent = new Agent({ keepAlive: true, maxSockets: 3000 });
  const held = Array.from({ length: VIEWERS }, () => answerOf(`${instance.poll}&wait=25`, agent));
  let answered = 0;
  const lost: unknown[] = [];
  const pollers = Array.from({ length: VIEWERS }, async (_, index) => {
    for (;;) {
      const answer = await answerOf(instance.poll, agent);
      if ("failed" in answer) {
        // A connection that is not accepted is no answer that is lost.
        if (!answer.isNew) lost.push(answer);
        return;
      }
      if (!answer.isWhole || answer.status !== 200) lost.push(answer);
      answered++;
      await new Promise((resolve) => setTimeout(resolve, 1000 + index));
    }
  });
  await expect.poll(() => answered, { timeout: 30_000 }).toBeGreaterThan(VIEWERS);
  const exit = exitOf(instance);
  // On connections that are there already, as those of a load balancer are.
  const probes = ["/readyz", "/healthz"].map((path) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    return () => answerOf(instance.product + path, agent);
  });
  const probe = () => Promise.all(probes.map((ask) => ask()));
  expect(await probe()).toMatchObject([{ status: 200 }, { status: 200 }]);
  const from = performance.now();
  instance.process.kill("SIGTERM");
  await Promise.race(held);
  expect(await probe()).toMatchObject([{ status: 503, connection: "close" }, { status: 200 }]);
  for (const answer of await Promise.all(held)) {
    expect(answer).toEqual({ status: 200, connection: "close", isWhole: true });
  }
  const givenMs = performance.now() - from;
  expect(givenMs).toBeLessThan(GONE_MS);
  expect(await exit).toBe(0);
  const goneMs = performance.now() - from;
  expect(goneMs).toBeLessThan(GONE_MS);
  await Promise.all(pollers);
  expect(lost.slice(0, 3)).toEqual([]);
  const told = `held answers given after ${givenMs.toFixed(0)} ms, gone after ${goneMs.toFixed(0)} ms`;
  test.info().annotations.push({ type: "measured", description: told });
});

test("a second signal ends the server at once, one that comes together with the first does not", async () => {
  const instance = await watched();
  // Something that keeps the server from ending.
  const socket = connect(Number(new URL(instance.product).port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write("POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n");
  const exit = exitOf(instance);
  const agent = new Agent({ keepAlive: false });
  instance.process.kill("SIGINT");
  instance.process.kill("SIGTERM");
  await expect
    .poll(() => answerOf(`${instance.product}/readyz`, agent), { intervals: [50] })
    .toMatchObject({ status: 503 });
  const from = performance.now();
  // The same signal is passed over for half a second.
  await expect
    .poll(() => {
      instance.process.kill("SIGTERM");
      return instance.process.exitCode;
    })
    .toBe(1);
  expect(await exit).toBe(1);
  expect(performance.now() - from).toBeLessThan(5000);
  socket.destroy();
});

test("upgrades, CONNECT and other protocols are refused with the headers of every answer", async () => {
  // The framework would take over upgrades with the first request it sees.
  expect((await fetch(`${PRODUCT}/`)).status).toBe(200);
  const upgrade = "Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  for (const [bytes, status] of [
    [`GET / HTTP/1.1\r\n${upgrade}`, 400],
    [`GET // HTTP/1.1\r\n${upgrade}`, 400],
    [`GET /% HTTP/1.1\r\n${upgrade}`, 400],
    [`GET /_next/webpack-hmr HTTP/1.1\r\n${upgrade}`, 400],
    ["CONNECT a.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 405],
    ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\nHost: localhost\r\nExpect: tea\r\n\r\n", 417],
  ] as const) {
    const socket = connect(PRODUCT_PORT, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => (text += String(chunk)));
    socket.write(bytes);
    await once(socket, "close");
    expect(text, bytes).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
    expect(text, bytes).toContain("X-Content-Type-Options: nosniff");
    expect(text, bytes).toContain("Content-Security-Policy: default-src 'none'");
  }
});
