// @ts-check
import { parseArgs } from "node:util";

/** The workloads in the order in which they run. */
export const WORKLOADS = /** @type {const} */ (["a", "b", "c", "d", "e", "f", "g", "h"]);

/** @typedef {{ isQuick: boolean, only: readonly (typeof WORKLOADS)[number][] }} Options */

export const USAGE = `npm run bench -- [--quick] [--only a,c]

  --quick      little more than a minute: shorter and fewer of everything, for a first look
  --only LIST  these workloads alone:
               a  one running task, 1 to 1,000 viewers
               b  200 running tasks, 5 viewers each
               c  one task growing to 1,000 steps: bytes and CPU
               d  from the upstream to a browser's page
               e  memory after 10,000 task ids
               f  thumbnails
               g  timelines of 1,000 and 10,000 steps in a browser
               h  many long tasks: CPU for each answer of the upstream`;

/**
 * Reads the command line; `null` when it says something else than the usage allows.
 * @param {readonly string[]} args
 * @returns {Options | null}
 */
export function parseOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
    });
    const named = values.only?.split(",") ?? [...WORKLOADS];
    const only = WORKLOADS.filter((workload) => named.includes(workload));
    const isKnown = named.every((name) => only.some((workload) => workload === name));
    return isKnown ? { isQuick: values.quick, only } : null;
  } catch {
    return null;
  }
}
