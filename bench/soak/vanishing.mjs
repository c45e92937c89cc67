// @ts-check
import { get } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Clients who behave badly and then vanish. Each resolves when it is gone.
 * @param {string} origin
 * @param {string} cookie
 */
export function vanishingClients(origin, cookie) {
  return {
    /**
     * Is cut while its answer is held.
     * @param {string} path
     * @param {number} ms
     */
    inHeldPoll: async (path, ms) => {
      const call = get(origin + path, { agent: false, headers: { cookie } });
      call.on("error", () => undefined);
      call.on("response", (answer) => answer.on("error", () => undefined).resume());
      await sleep(ms);
      call.destroy();
    },
    /**
     * Takes a large answer a little at a time, and not to its end.
     * @param {string} path
     * @param {number} ms
     */
    readingSlowly: async (path, ms) => {
      const headers = { cookie, "accept-encoding": "identity" };
      const call = get(origin + path, { agent: false, headers });
      call.on("error", () => undefined);
      call.on("response", (answer) => {
        answer.on("error", () => undefined);
        answer.on("data", () => {
          answer.pause();
          setTimeout(() => answer.resume(), 400).unref();
        });
      });
      await sleep(ms);
      call.destroy();
    },
    /**
     * Never gets to the end of its request.
     * @param {number} ms
     */
    askingByHalves: async (ms) => {
      const { hostname, port } = new URL(origin);
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      socket.write(`GET /api/tasks HTTP/1.1\r\nHost: ${hostname}`);
      await sleep(ms);
      socket.destroy();
    },
  };
}
