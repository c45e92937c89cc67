// @ts-check
// A process of its own, so that what it spends is not counted as the servers'. It gets its orders as a message.
import { performance } from "node:perf_hooks";
import process from "node:process";
import { createViewer } from "./viewer.mjs";
import { percentile } from "./percentile.mjs";

/**
 * Viewers who poll for some seconds. Answers that end in the first `warmupSeconds` are not measured.
 * @typedef {{
 *   watched: (import("./viewer.mjs").Watched & { viewers: number })[],
 *   intervalMs: number,
 *   warmupSeconds: number,
 *   seconds: number,
 * }} LoadOrder
 */

/**
 * What the viewers saw between `from` and `to` (epoch milliseconds). Answer times in milliseconds: for an answer
 * that was held, from the moment the server heard the news, or from the end of the hold. Bytes before
 * compression; `planned` is how many polls there would be if every answer came at once; `cpuSeconds` is what all
 * viewers together spent, and `allPolls` counts the warm-up's polls as well.
 * @typedef {{
 *   from: number, to: number, polls: number, planned: number, errors: number, errorKinds: Record<string, number>,
 *   p50: number | null, p99: number | null, slowest: number | null,
 *   bytes: number, wireBytes: number, deltas: number, cpuSeconds: number, allPolls: number,
 * }} LoadResult
 */

process.once("message", (message) => {
  const order = /** @type {LoadOrder} */ (message);
  void runLoad(order).then((result) => {
    process.send?.(result, () => process.exit(0));
  });
});

process.once("disconnect", () => process.exit(1));

/**
 * @param {LoadOrder} order
 * @returns {Promise<LoadResult>}
 */
async function runLoad({ watched, intervalMs, warmupSeconds, seconds }) {
  const start = performance.now();
  const from = start + warmupSeconds * 1000;
  const to = from + seconds * 1000;
  const seen = makeTally();
  let allPolls = 0;
  const viewers = watched.flatMap((each) =>
    Array.from({ length: each.viewers }, () => ({
      poll: createViewer(each),
      longPollMs: (each.longPollSeconds ?? 0) * 1000,
    })),
  );
  await Promise.all(
    viewers.map(async ({ poll, longPollMs }, index) => {
      // Viewers open their pages at different moments.
      let planned = start + (intervalMs * index) / viewers.length;
      while (planned < to) {
        await sleepUntil(planned);
        const asked = performance.now();
        const answer = await poll().catch((/** @type {Error} */ error) => error);
        const answered = performance.now();
        allPolls++;
        // By its end: an answer that hung through the warm-up must not go uncounted.
        if (answered >= from) seen.note(answer, waited(answer, asked, answered, longPollMs));
        planned = Math.max(planned + intervalMs, performance.now());
      }
    }),
  );
  const epoch = performance.timeOrigin;
  const { user, system } = process.cpuUsage();
  return {
    from: epoch + from,
    to: epoch + to,
    planned: Math.round((viewers.length * seconds * 1000) / intervalMs),
    cpuSeconds: (user + system) / 1e6,
    allPolls,
    ...seen.result(),
  };
}

/**
 * How long a viewer waited for what there was to say, in milliseconds.
 * @param {import("./viewer.mjs").Poll | Error} answer
 * @param {number} asked
 * @param {number} answered
 * @param {number} longPollMs
 */
function waited(answer, asked, answered, longPollMs) {
  const whole = answered - asked;
  if (answer instanceof Error || longPollMs === 0) return whole;
  const heard = answer.fetchedAt === null ? asked : answer.fetchedAt - performance.timeOrigin;
  if (answer.status === 200 && heard > asked) return answered - heard;
  // Nothing new is said at the end of the hold only, by a clock that may be a moment ahead of this one.
  return answer.status === 304 ? Math.max(0, whole - longPollMs) : whole;
}

function makeTally() {
  /** @type {number[]} */
  const times = [];
  /** @type {Record<string, number>} */
  const errorKinds = {};
  const sum = { polls: 0, errors: 0, bytes: 0, wireBytes: 0, deltas: 0 };
  return {
    /**
     * @param {import("./viewer.mjs").Poll | Error} answer
     * @param {number} ms
     */
    note: (answer, ms) => {
      sum.polls++;
      times.push(ms);
      const kind = answer instanceof Error ? answer.message : String(answer.status);
      if (answer instanceof Error || ![200, 304].includes(answer.status)) {
        sum.errors++;
        errorKinds[kind] = (errorKinds[kind] ?? 0) + 1;
        return;
      }
      sum.bytes += answer.bytes;
      sum.wireBytes += answer.wireBytes;
      sum.deltas += answer.isDelta ? 1 : 0;
    },
    result: () => ({
      ...sum,
      errorKinds,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      slowest: percentile(times, 1),
    }),
  };
}

/** @param {number} time */
function sleepUntil(time) {
  const ms = time - performance.now();
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
