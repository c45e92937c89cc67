// @ts-check
import { readFileSync } from "node:fs";

/** States of `/proc/net/tcp` in which our side has a socket still: all but TIME_WAIT, CLOSE and LISTEN. */
const OPEN_STATES = new Set(["01", "03", "04", "05", "08", "09", "0B"]);

/**
 * How many connections to a port of this machine its server holds, from the text of `/proc/net/tcp`. One whose other
 * side is gone and that nobody closed (CLOSE_WAIT) counts, too.
 * @param {string} table
 * @param {number} port
 */
export function countConnections(table, port) {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return table.split("\n").filter((line) => {
    const [, local = "", , state = ""] = line.trim().split(/\s+/);
    return local.endsWith(suffix) && OPEN_STATES.has(state);
  }).length;
}

/**
 * The same now; `null` on systems without `/proc`.
 * @param {number} port
 */
export function connectionsNow(port) {
  try {
    return countConnections(readFileSync("/proc/net/tcp", "utf8"), port);
  } catch {
    return null;
  }
}
