// @ts-check
import { readFileSync } from "node:fs";

/** Linux counts CPU time in ticks of this many to the second on every system that Node runs on. */
const TICKS_PER_SECOND = 100;

/**
 * The most memory a process has held so far, in MB, from the text of `/proc/PID/status`.
 * @param {string} status
 * @returns {number | null}
 */
export function parsePeakMegabytes(status) {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/**
 * CPU seconds a process has used so far, user and system together, from the text of `/proc/PID/stat`.
 * @param {string} stat
 * @returns {number | null}
 */
export function parseCpuSeconds(stat) {
  // The name in parentheses may hold spaces and parentheses itself; fields are counted after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return Number.isFinite(user + system) ? (user + system) / TICKS_PER_SECOND : null;
}

/**
 * Memory and CPU of a process; `null` on systems without `/proc`, and for a process that has ended.
 * @param {number} pid
 */
export function readUsage(pid) {
  return {
    peakMegabytes: parsePeakMegabytes(readProc(pid, "status")),
    cpuSeconds: parseCpuSeconds(readProc(pid, "stat")),
  };
}

/**
 * @param {number} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, "utf8");
  } catch {
    return "";
  }
}
