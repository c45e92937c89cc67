// @ts-check
import { spawnSync } from "node:child_process";
import process from "node:process";

/** @param {string} name */
function isOnPath(name) {
  return spawnSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" }).status === 0;
}

/**
 * Tries to have a redis-server for the tests over a real one: installs Debian's package where that needs no
 * question. They are skipped where there is none, so this never fails.
 * @returns {boolean} Whether there is one.
 */
export function findRedis() {
  if (!isOnPath("redis-server")) installFromDebian();
  return isOnPath("redis-server");
}

function installFromDebian() {
  if (!isOnPath("apt-get")) return;
  const isRoot = process.getuid?.() === 0;
  const mayAsk = !isRoot && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
  if (!isRoot && !mayAsk) return;
  process.stderr.write("No redis-server here: installing Debian's package.\n");
  const prefix = isRoot ? [] : ["sudo", "-n"];
  // The package would start a server of its own where a system manager runs.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", "redis-server"]]) {
    const [program = "apt-get", ...args] = [...prefix, "apt-get", "-qq", ...words];
    spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"], env, timeout: 180_000 });
  }
}
