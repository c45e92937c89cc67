// @ts-check
import { setImmediate, setTimeout } from "node:timers/promises";
import { Server } from "node:net";
import process from "node:process";

/**
 * The times of a stop, in milliseconds since it was asked for.
 * @typedef {object} StopTimes
 * @property {number} acceptMs Until then connections are accepted while the server says that it is not ready, so that
 *   a load balancer turns to others first.
 * @property {number} idleMs Until then whoever kept a connection may ask once more on it, and is told to make no other
 *   request: who asks while a connection is being closed gets no answer.
 * @property {number} endMs Whatever is left then is cut.
 */

/** @type {Readonly<StopTimes>} */
const STOP = { acceptMs: 2000, idleMs: 5000, endMs: 7500 };
const LOOK_MS = 50;

/**
 * Stops a server: held answers are given, each answer ends its connection, no connection is accepted any more, and
 * those on which nothing is under way are closed.
 * @param {import("node:http").Server} server
 * @param {import("./connections.mjs").Connections} connections
 * @param {AbortController} stopping
 * @param {Readonly<StopTimes>} times
 * @returns {Promise<number>} How many answers had to be cut.
 */
export async function stopServer(server, connections, stopping, { acceptMs, idleMs, endMs }) {
  const from = performance.now();
  stopping.abort();
  await setTimeout(acceptMs);
  await letIn(server, from + idleMs);
  let isClosed = false;
  // The close of an HTTP server would also close connections on which the end of an answer is not sent yet.
  Server.prototype.close.call(server, () => (isClosed = true));
  for (let ms = 0; !isClosed && ms < endMs; ms = performance.now() - from) {
    // What has arrived is read before the next lines run, so that no request is taken for none.
    await setImmediate();
    if (ms >= idleMs) connections.closeIdle();
    await setTimeout(LOOK_MS);
  }
  const { answering } = connections;
  connections.closeAll();
  return answering;
}

/**
 * Waits until nobody who has connected waits to be let in: the system resets whoever does when the server closes. One
 * connection is accepted in each turn of the event loop.
 * @param {import("node:http").Server} server
 * @param {number} until At the latest, by `performance.now()`.
 */
async function letIn(server, until) {
  let accepted = 0;
  const count = () => accepted++;
  server.on("connection", count);
  for (let before = -1; before !== accepted && performance.now() < until;) {
    before = accepted;
    await setImmediate();
  }
  server.off("connection", count);
}

/**
 * A second signal ends the process at once, but not one that comes so soon, in milliseconds: terminals and service
 * managers tell every process of a group, and a starter passes on what it is told.
 */
const SAME_SIGNAL_MS = 500;

/**
 * Stops the server when the process is asked to, and ends it: with 0 when no answer was cut.
 * @param {import("node:http").Server} server
 * @param {import("./connections.mjs").Connections} connections
 * @param {AbortController} stopping
 * @param {boolean} isAtOnce Nobody is waited for, as in development.
 */
export function stopOnSignals(server, connections, stopping, isAtOnce) {
  let askedAt = -Infinity;
  const onSignal = () => {
    const now = performance.now();
    if (stopping.signal.aborted) {
      if (now - askedAt > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    askedAt = now;
    if (isAtOnce) process.exit(0);
    void stopServer(server, connections, stopping, STOP).then((cut) => {
      if (cut > 0) console.error(`Stopped with ${String(cut)} answers cut.`);
      process.exit(cut === 0 ? 0 : 1);
    });
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, onSignal);
}
