// @ts-check
import { parseArgs } from "node:util";

export const USAGE = `npm run soak -- [--minutes 60] [--seed N]

  --minutes N  how long the product runs under faults; it ends with the phase that is under way then
  --seed N     what is drawn is drawn by this number; without it, by one of the clock's`;

/** @typedef {{ minutes: number, seed: number }} SoakOptions */

/**
 * Reads the command line; `null` when it says something else than the usage allows.
 * @param {readonly string[]} args
 * @param {number} now Epoch milliseconds.
 * @returns {SoakOptions | null}
 */
export function parseSoakOptions(args, now) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { minutes: { type: "string", default: "60" }, seed: { type: "string" } },
    });
    const minutes = Number(values.minutes);
    const seed = values.seed === undefined ? now % 2 ** 32 : Number(values.seed);
    const isSeed = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32;
    return minutes > 0 && Number.isFinite(minutes) && isSeed ? { minutes, seed } : null;
  } catch {
    return null;
  }
}
