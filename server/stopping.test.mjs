// @ts-check
import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { stopServer } from "./stopping.mjs";
import { listen } from "../test/http-server.mjs";

const TIMES = { acceptMs: 300, idleMs: 700, endMs: 4000 };
const LARGE = Buffer.alloc(16 * 2 ** 20, "a");

/** Holds an answer until the server stops, as polls do; some answers take longer. */
function house() {
  /** @type {(() => void)[]} */
  const held = [];
  /** @type {import("node:http").RequestListener} */
  const inner = (request, response) => {
    if (request.url === "/slow") setTimeout(() => response.end("slow"), 800);
    else if (request.url === "/large") response.end(LARGE);
    else if (request.url === "/never") response.write("never");
    else if (request.url === "/held") held.push(() => response.end("held"));
    else response.end("now");
  };
  return { inner, letGo: () => held.splice(0).forEach((end) => end()) };
}

/** @type {(port: number, path: string, agent: Agent, readAfter?: number) => Promise<{ connection: string, size: number }>} */
const ask = (port, path, agent, readAfter = 0) =>
  new Promise((resolve, reject) => {
    httpRequest({ host: "127.0.0.1", port, path, agent }, async (answer) => {
      await sleep(readAfter);
      let size = 0;
      answer.on("data", (/** @type {Buffer} */ chunk) => (size += chunk.byteLength));
      answer.once("end", () => resolve({ connection: answer.headers.connection ?? "", size }));
      answer.once("error", reject);
    })
      .once("error", reject)
      .end();
  });

describe("stopping", () => {
  it("gives what is held, waits for what is under way, keeps no connection and cuts nothing", async () => {
    const { inner, letGo } = house();
    const { port, server, connections, stopping } = await listen(inner);
    stopping.signal.addEventListener("abort", letGo);
    const agent = new Agent({ keepAlive: true, maxSockets: 500 });
    const idle = connect(port, "127.0.0.1");
    const isIdleEnded = once(idle.resume(), "close");
    const before = await ask(port, "/", agent);
    expect(before.connection).toBe("keep-alive");
    const under = Promise.all([
      ...Array.from({ length: 200 }, () => ask(port, "/held", agent)),
      ask(port, "/slow", agent),
      // Its end is written long before it is read.
      ask(port, "/large", agent, 900),
    ]);
    await expect.poll(() => connections.answering).toBe(202);
    const started = performance.now();
    const cut = stopServer(server, connections, stopping, TIMES);
    // A moment in which connections are still accepted, each for one answer.
    expect((await ask(port, "/", agent)).connection).toBe("close");
    const answers = await under;
    expect(answers.slice(0, 200).every(({ size }) => size === 4)).toBe(true);
    expect(answers.slice(0, 201).every(({ connection }) => connection === "close")).toBe(true);
    expect(answers[201]?.size).toBe(LARGE.byteLength);
    expect(await cut).toBe(0);
    await isIdleEnded;
    expect(performance.now() - started).toBeLessThan(TIMES.endMs);
    // A connection of its own: of those that were kept, the end may not have been read here yet.
    await expect(ask(port, "/", new Agent())).rejects.toThrow("ECONNREFUSED");
  });

  it("keeps answering everybody who polls, until they find no server", async () => {
    const { inner, letGo } = house();
    const { port, server, connections, stopping } = await listen(inner);
    stopping.signal.addEventListener("abort", letGo);
    const agent = new Agent({ keepAlive: true, maxSockets: 500 });
    let accepted = 0;
    server.on("request", () => accepted++);
    let answered = 0;
    const pollers = Array.from({ length: 100 }, async (_, index) => {
      for (;;) {
        try {
          await ask(port, "/", agent);
          answered++;
        } catch {
          return;
        }
        await sleep(20 + index);
      }
    });
    await expect.poll(() => answered).toBeGreaterThan(100);
    expect(await stopServer(server, connections, stopping, TIMES)).toBe(0);
    await Promise.all(pollers);
    // Whoever failed had not been let in any more.
    expect(answered).toBe(accepted);
  });

  it("lets whoever kept a connection ask once more, and closes what nobody asks on", async () => {
    const { port, server, connections, stopping } = await listen(house().inner);
    const [asks, silent] = [0, 1].map(() => new Agent({ keepAlive: true, maxSockets: 1 }));
    if (asks === undefined || silent === undefined) throw new Error("There are two.");
    for (const agent of [asks, silent]) await ask(port, "/", agent);
    const started = performance.now();
    const cut = stopServer(server, connections, stopping, TIMES);
    await sleep(TIMES.acceptMs + 150);
    expect(server.listening).toBe(false);
    expect(await ask(port, "/", asks)).toEqual({ connection: "close", size: 3 });
    expect(await cut).toBe(0);
    expect(performance.now() - started).toBeGreaterThanOrEqual(TIMES.idleMs);
    expect(performance.now() - started).toBeLessThan(TIMES.endMs);
  });

  it("cuts what does not end in time, and says how many", async () => {
    const { inner } = house();
    const { port, server, connections, stopping } = await listen(inner);
    const agent = new Agent({ keepAlive: true });
    const never = expect(ask(port, "/never", agent)).rejects.toThrow();
    await expect.poll(() => connections.answering).toBe(1);
    expect(
      await stopServer(server, connections, stopping, { acceptMs: 10, idleMs: 20, endMs: 300 }),
    ).toBe(1);
    await never;
  });
});
