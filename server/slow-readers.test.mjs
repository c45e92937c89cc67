// @ts-check
import { connect } from "node:net";
import { request as httpRequest } from "node:http";
import { describe, expect, it } from "vitest";
import { LIMITS } from "./judge-connections.mjs";
import { serverOfTest } from "../test/http-server.mjs";

const LARGE = Buffer.alloc(24 * 2 ** 20, "a");
const { serve, now: running } = serverOfTest();

const REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

describe("readers who do not read", () => {
  const limits = { ...LIMITS, stalledMs: 400, crowdedMs: 100 };

  /** Asks so many times and takes nothing. */
  const askAndTakeNothing = (/** @type {number} */ port, requests = 1) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(REQUEST.repeat(requests));
    return socket.pause();
  };
  const openConnections = () =>
    new Promise((seen) => running()?.server.getConnections((_, n) => seen(n)));
  const patience = { timeout: 10_000 };

  it("A18 are ended after a while, whether the answer came at once or in parts", async () => {
    for (const inner of /** @type {import("node:http").RequestListener[]} */ ([
      (_, response) => response.end(LARGE),
      (_, response) => {
        response.write(LARGE.subarray(0, 12 * 2 ** 20));
        response.write(LARGE.subarray(12 * 2 ** 20));
      },
    ])) {
      const port = await serve(inner, { limits });
      const socket = askAndTakeNothing(port);
      await expect.poll(() => running()?.connections.answering).toBe(1);
      await expect.poll(openConnections, patience).toBe(0);
      socket.destroy();
      running()?.server.close();
    }
  });

  it("A18 pipelining does not help", async () => {
    const port = await serve((_, response) => response.end(LARGE), { limits });
    const socket = askAndTakeNothing(port, 20);
    await expect.poll(() => running()?.connections.answering).toBeGreaterThan(1);
    await expect.poll(openConnections, patience).toBe(0);
    socket.destroy();
  });

  it("A18 a slow reader gets all of it", async () => {
    // What is seen of a reader are steps of 1.5 MB: the clock goes by what was read, however fast the machine is.
    const msPerByte = 600 / (1.5 * 2 ** 20);
    let now = 0;
    const port = await serve((_, response) => response.end(LARGE), {
      limits: { ...limits, stalledMs: 3000, crowdedMs: 3000, unsentBytes: 1 },
      now: () => now,
    });
    const bytes = await new Promise((resolve, reject) => {
      httpRequest({ port, host: "127.0.0.1", agent: false }, (answer) => {
        let size = 0;
        answer.on("data", (/** @type {Buffer} */ chunk) => {
          size += chunk.byteLength;
          now += chunk.byteLength * msPerByte;
          answer.pause();
          setTimeout(() => answer.resume(), 1);
        });
        answer.once("end", () => resolve(size));
        answer.once("error", reject);
      })
        .once("error", reject)
        .end();
    });
    expect(bytes).toBe(LARGE.byteLength);
    // In all much longer than a reader may take nothing.
    expect(now).toBeGreaterThan(9000);
  });

  it("A18 those who read nothing go early when much is unsent altogether", async () => {
    let asked = 0;
    const answer = (
      /** @type {unknown} */ _,
      /** @type {import("node:http").ServerResponse} */ response,
    ) => {
      asked += 1;
      response.end(LARGE);
    };
    const port = await serve(answer, {
      limits: { ...limits, stalledMs: 1e9, unsentBytes: 1.5 * LARGE.byteLength },
    });
    const sockets = Array.from({ length: 6 }, () => askAndTakeNothing(port));
    await expect.poll(() => asked, patience).toBe(6);
    await expect.poll(openConnections, patience).toBe(1);
    for (const socket of sockets) socket.destroy();
  });
});
