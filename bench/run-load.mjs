// @ts-check
import { fork } from "node:child_process";

/**
 * Lets viewers poll, in a process of their own, and answers what they saw.
 * @param {import("./load.mjs").LoadOrder} order
 * @returns {Promise<import("./load.mjs").LoadResult>}
 */
export async function runLoad(order) {
  const result = await runApart("bench/load.mjs", order);
  return /** @type {import("./load.mjs").LoadResult} */ (result);
}

/**
 * Reads documents and no more, in a process of its own, and answers what that cost.
 * @param {import("./bare-reader.mjs").ReadOrder} order
 * @returns {Promise<import("./bare-reader.mjs").ReadResult>}
 */
export async function runBareReader(order) {
  const result = await runApart("bench/bare-reader.mjs", order);
  return /** @type {import("./bare-reader.mjs").ReadResult} */ (result);
}

/**
 * @param {string} program
 * @param {object} order
 * @returns {Promise<unknown>}
 */
function runApart(program, order) {
  return new Promise((resolve, reject) => {
    const child = fork(program);
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code !== 0) reject(new Error(`${program} ended with exit code ${String(code)}.`));
    });
    child.send(order);
  });
}
