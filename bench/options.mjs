// @ts-check
import { parseArgs } from "node:util";

/** The workloads in the order in which they run. */
export const WORKLOADS = /** @type {const} */ (["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);

/**
 * `crowd` is how many viewers of how many tasks workload i has.
 * @typedef {{
 *   isQuick: boolean,
 *   only: readonly (typeof WORKLOADS)[number][],
 *   crowd: { viewers: number, tasks: number },
 * }} Options
 */

export const USAGE = `npm run bench -- [--quick] [--only a,c] [--viewers 2000] [--tasks 300]

  --quick      little more than a minute: shorter and fewer of everything, for a first look
  --only LIST  these workloads alone:
               a  one running task, 1 to 1,000 viewers
               b  200 running tasks, 5 viewers each
               c  one task growing to 1,000 steps: bytes and CPU
               d  from the upstream to a browser's page
               e  memory after 10,000 task ids
               f  thumbnails
               g  timelines of 1,000 and 10,000 steps in a browser
               h  many long tasks: CPU for each answer of the upstream
               i  1, 2 and 4 instances with a Redis
               j  a run of v4: its crowd, and 5,000 events against few
  --viewers N  how many viewers workload i has, spread over its tasks and instances
  --tasks N    how many running tasks they watch`;

/**
 * Reads the command line; `null` when it says something else than the usage allows.
 * @param {readonly string[]} args
 * @returns {Options | null}
 */
export function parseOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: "boolean", default: false },
        only: { type: "string" },
        viewers: { type: "string", default: "2000" },
        tasks: { type: "string", default: "300" },
      },
    });
    const named = values.only?.split(",") ?? [...WORKLOADS];
    const only = WORKLOADS.filter((workload) => named.includes(workload));
    const isKnown = named.every((name) => only.some((workload) => workload === name));
    const crowd = { viewers: Number(values.viewers), tasks: Number(values.tasks) };
    const isCrowd = Object.values(crowd).every((count) => Number.isInteger(count) && count > 0);
    return isKnown && isCrowd ? { isQuick: values.quick, only, crowd } : null;
  } catch {
    return null;
  }
}
