// @ts-check
import { spawnSync } from "node:child_process";
import process from "node:process";

/** @param {string} name */
function isOnPath(name) {
  return spawnSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" }).status === 0;
}

/**
 * Tries to have programs for the tests over real ones, such as a redis-server: installs Debian's packages of their names
 * where that needs no question. Such tests are skipped where there is none, so this never fails.
 * @param {readonly string[]} names
 * @returns {string[]} Those that are not there.
 */
export function missingPrograms(names) {
  const missing = names.filter((name) => !isOnPath(name));
  if (missing.length > 0) installFromDebian(missing);
  return missing.filter((name) => !isOnPath(name));
}

/** @param {readonly string[]} names */
function installFromDebian(names) {
  if (!isOnPath("apt-get")) return;
  const isRoot = process.getuid?.() === 0;
  const mayAsk = !isRoot && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
  if (!isRoot && !mayAsk) return;
  process.stderr.write(`Not here: ${names.join(", ")}. Installing Debian's packages.\n`);
  const prefix = isRoot ? [] : ["sudo", "-n"];
  // A package would start a server of its own where a system manager runs.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", ...names]]) {
    const [program = "apt-get", ...args] = [...prefix, "apt-get", "-qq", ...words];
    spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"], env, timeout: 180_000 });
  }
}
