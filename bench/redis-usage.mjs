// @ts-check
import { Redis } from "ioredis";

/**
 * What a Redis has done since its start: commands, bytes that came and went, CPU seconds.
 * @typedef {{ commands: number, bytes: number, cpuSeconds: number }} RedisUsage
 */

/**
 * @param {string} url
 * @returns {Promise<RedisUsage>}
 */
export async function readRedisUsage(url) {
  const client = new Redis(url);
  try {
    return parseRedisUsage(`${await client.info("stats")}\n${await client.info("cpu")}`);
  } finally {
    client.disconnect();
  }
}

/**
 * Reads the text of `INFO`; what it does not say counts for nothing.
 * @param {string} info
 * @returns {RedisUsage}
 */
export function parseRedisUsage(info) {
  const lines = info.split(/\r?\n/).map((line) => /** @type {const} */ ([...line.split(":"), ""]));
  const facts = new Map(lines.map(([name, value]) => [name, Number(value)]));
  const sum = (/** @type {string[]} */ ...names) =>
    names.reduce((total, name) => total + (facts.get(name) ?? 0), 0);
  return {
    commands: sum("total_commands_processed"),
    bytes: sum("total_net_input_bytes", "total_net_output_bytes"),
    cpuSeconds: sum("used_cpu_sys", "used_cpu_user"),
  };
}
