// @ts-check
import { fork } from "node:child_process";

/**
 * Lets viewers poll, in a process of their own, and answers what they saw.
 * @param {import("./load.mjs").LoadOrder} order
 * @returns {Promise<import("./load.mjs").LoadResult>}
 */
export function runLoad(order) {
  return new Promise((resolve, reject) => {
    const child = fork("bench/load.mjs");
    child.once("message", (result) =>
      resolve(/** @type {import("./load.mjs").LoadResult} */ (result)),
    );
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code !== 0) reject(new Error(`The viewers ended with exit code ${String(code)}.`));
    });
    child.send(order);
  });
}
