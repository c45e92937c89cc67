// @ts-check
import { readFileSync, writeFileSync } from "node:fs";

const OSES = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const CPUS = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Which machines a platform package is for, read from its name: `…/oxide-darwin-arm64` is for macOS on ARM.
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[] }}
 */
export function platformOf(name) {
  const words = name.split("/").at(-1)?.split(/[-.]/) ?? [];
  const os = words.find((word) => OSES.includes(word));
  const cpu = words.find((word) => CPUS.includes(word));
  return {
    ...(os === undefined ? {} : { os: [os] }),
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
  };
}

/**
 * The packages of a lock file together with the optional ones that it does not name. A registry that carries
 * the packages of some platforms only leaves the others out, and `npm ci` then refuses the file everywhere.
 * @param {LockedPackages} packages
 * @returns {{ packages: LockedPackages, added: string[] }}
 */
export function completePackages(packages) {
  /** @type {LockedPackages} */
  const complete = { ...packages };
  /** @type {string[]} */
  const added = [];
  for (const locked of Object.values(packages)) {
    for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const isExact = /^\d+\.\d+\.\d+/.test(version);
      if (complete[place] !== undefined || !isExact) continue;
      complete[place] = { version, optional: true, ...platformOf(name) };
      added.push(name);
    }
  }
  const sorted = Object.entries(complete).sort(([a], [b]) => (a < b ? -1 : 1));
  return { packages: Object.fromEntries(sorted), added };
}

if (import.meta.url === `file://${process.argv[1] ?? ""}`) {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const { packages, added } = completePackages(lock.packages);
  writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  console.log(added.length === 0 ? "Nothing was missing." : `Added ${added.join(", ")}`);
}
