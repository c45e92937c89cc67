// @ts-check
import { WebSocket } from "undici";

/**
 * Lets a Node process collect all its garbage, by its inspector.
 * @param {string} address `ws://…`
 * @returns {Promise<void>}
 */
export function collectGarbage(address) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.addEventListener("error", () => reject(new Error("The inspector does not answer.")));
    socket.addEventListener("open", () => {
      socket.send(JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" }));
    });
    socket.addEventListener("message", () => {
      socket.close();
      resolve();
    });
  });
}
