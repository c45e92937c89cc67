// @ts-check
// What it costs to read answers and no more: fetches each document at the pace of the product, and parses it.
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * @typedef {{ urls: readonly string[], headers: Record<string, string>, intervalMs: number, warmupSeconds: number, seconds: number }} ReadOrder
 * @typedef {{ cpuMsPerAnswer: number, answers: number }} ReadResult
 */

process.once("message", (message) => {
  const order = /** @type {ReadOrder} */ (message);
  void readOn(order).then((result) => {
    process.send?.(result, () => process.exit(0));
  });
});

process.once("disconnect", () => process.exit(1));

/**
 * @param {ReadOrder} order
 * @returns {Promise<ReadResult>}
 */
async function readOn({ urls, headers, intervalMs, warmupSeconds, seconds }) {
  const start = Date.now();
  const from = start + warmupSeconds * 1000;
  const to = from + seconds * 1000;
  let answers = 0;
  const all = Promise.all(
    urls.map(async (url, index) => {
      let planned = start + (intervalMs * index) / urls.length;
      while (planned < to) {
        await sleep(Math.max(0, planned - Date.now()));
        JSON.parse(await (await fetch(url, { headers })).text());
        if (Date.now() >= from && Date.now() < to) answers++;
        planned = Math.max(planned + intervalMs, Date.now());
      }
    }),
  );
  await sleep(warmupSeconds * 1000);
  const before = process.cpuUsage();
  await sleep(seconds * 1000);
  const { user, system } = process.cpuUsage(before);
  await all;
  return { cpuMsPerAnswer: (user + system) / 1000 / Math.max(1, answers), answers };
}
