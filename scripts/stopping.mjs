// @ts-check
import { setImmediate, setTimeout } from "node:timers/promises";
import { Server } from "node:net";

/** The name under which `lib/server/stopping.ts` finds the signal. */
const KEY = Symbol.for("sightglass.stopping");

/**
 * So long after it was asked to stop, in milliseconds, the server goes on accepting connections while it says that it
 * is not ready, so that a load balancer turns to others first; and so long after, whatever is left is cut.
 */
export const STOP = { acceptMs: 2000, endMs: 7500 };
const CLOSE_IDLE_MS = 50;

/** Makes the signal by which all parts of this process learn that it stops. */
export function announceStopping() {
  const controller = new AbortController();
  Reflect.set(globalThis, KEY, controller.signal);
  return controller;
}

/**
 * Stops a server: held answers are given, each answer ends its connection, no connection is accepted any more, and
 * those on which nothing is under way are closed.
 * @param {import("node:http").Server} server
 * @param {import("./connections.mjs").Connections} connections
 * @param {AbortController} stopping
 * @param {{ acceptMs: number, endMs: number }} times
 * @returns {Promise<number>} How many answers had to be cut.
 */
export async function stopServer(server, connections, stopping, { acceptMs, endMs }) {
  const until = performance.now() + endMs;
  stopping.abort();
  await setTimeout(acceptMs);
  // Those who have connected by now are accepted before the next line runs; the system refuses the others.
  await setImmediate();
  let isClosed = false;
  // The close of an HTTP server would also close connections on which the end of an answer is not sent yet.
  Server.prototype.close.call(server, () => (isClosed = true));
  while (!isClosed && performance.now() < until) {
    // What has arrived is read before this runs, so that no request is taken for none.
    await setImmediate();
    connections.closeIdle();
    await setTimeout(CLOSE_IDLE_MS);
  }
  const { answering } = connections;
  connections.closeAll();
  return answering;
}
