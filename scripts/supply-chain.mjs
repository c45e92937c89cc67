// @ts-check

/** The oldest versions without a hole that concerns this program; docs/security.md says which. */
export const LEAST_VERSIONS = { next: "16.4.5", sharp: "0.35.5", zod: "4.6.6" };

/** Licences, by their SPDX ids, under which a package may be shipped with this program. */
const LICENCES = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
];
/** A licence for some packages alone, and licences that are not written as SPDX ids. */
const BY_PACKAGE = [
  // The image library behind sharp: loaded as a library of its own, which may be exchanged.
  { name: /^@img\/sharp-/, licence: /^(?:Apache-2\.0 AND )?LGPL-3\.0-or-later(?: AND MIT)?$/ },
  // The fonts.
  { name: /^geist$/, licence: /^SIL OPEN FONT LICENSE$/ },
];
/** Packages whose install script is known; npm runs none of them unless told to. */
const WITH_INSTALL_SCRIPT = ["esbuild", "fsevents"];
const REGISTRY = "https://registry.npmjs.org/";

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, license?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, link?: boolean, hasInstallScript?: boolean, os?: string[], cpu?: string[], dependencies?: Record<string, string>, devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked
 * @typedef {{ lockfileVersion?: number, packages: Record<string, Locked> }} LockFile
 */

/**
 * True for a version that is at least another; a version before its own release (`2.0.0-rc.1`) is not.
 * @param {string} version
 * @param {string} least
 */
export function isAtLeast(version, least) {
  const [release = "", before] = version.split("+")[0]?.split(/-(.*)/) ?? [];
  const [a = [], b = []] = [release, least].map((text) => text.split(".").map(Number));
  for (const [index, wanted] of b.entries()) {
    const part = a[index] ?? Number.NaN;
    if (part !== wanted) return part > wanted;
  }
  return before === undefined;
}

/**
 * The name of the package that lies at a place of the lock file.
 * @param {string} place
 */
function nameOf(place) {
  return place.split("node_modules/").at(-1) ?? place;
}

/**
 * What speaks against the packages of a lock file, in words; nothing when all is well.
 * @param {LockFile} lock
 * @returns {string[]}
 */
export function lockProblems({ lockfileVersion, packages }) {
  const problems = lockfileVersion === 3 ? [] : ["The lock file is not of version 3"];
  const platform = platformPackages(packages);
  for (const [place, locked] of Object.entries(packages)) {
    if (place === "") problems.push(...rootProblems(locked));
    else problems.push(...packageProblems(place, locked, platform.has(place)));
  }
  for (const [name, least] of Object.entries(LEAST_VERSIONS)) {
    const places = Object.entries(packages).filter(([place]) => nameOf(place) === name);
    if (places.length === 0) problems.push(`${name} is not in the lock file`);
    for (const [place, { version = "" }] of places) {
      if (!isAtLeast(version, least))
        problems.push(`${place} is ${version}, and must be ${least} or newer`);
    }
  }
  return problems;
}

/**
 * @param {Locked} root
 * @returns {string[]}
 */
function rootProblems({ dependencies, devDependencies }) {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} is wanted as ${version}, which is no exact version`);
}

/**
 * Parts of a package for one kind of machine, which its own version pins. A registry mirror may not carry them, so
 * that the lock file knows them by name and version alone.
 * @param {Record<string, Locked>} packages
 */
function platformPackages(packages) {
  const places = new Set();
  for (const { optionalDependencies } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const part = packages[place];
      const isForOne = part?.os !== undefined || part?.cpu !== undefined;
      if (part?.optional === true && isForOne && part.version === version) places.add(place);
    }
  }
  return places;
}

/**
 * @param {string} place
 * @param {Locked} locked
 * @param {boolean} isPlatformPart
 * @returns {string[]}
 */
function packageProblems(place, locked, isPlatformPart) {
  const { version, resolved, integrity, link, hasInstallScript } = locked;
  const name = nameOf(place);
  const problems = [];
  if (link === true || version === undefined) problems.push(`${place} is no package of a registry`);
  if (resolved !== undefined && !resolved.startsWith(REGISTRY))
    problems.push(`${place} comes from ${resolved}`);
  if (
    !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "") &&
    !(isPlatformPart && integrity === undefined)
  )
    problems.push(`${place} has no sha512 checksum`);
  if (hasInstallScript === true && !WITH_INSTALL_SCRIPT.includes(name))
    problems.push(`${place} has an install script`);
  const isShipped = locked.dev !== true;
  if (
    isShipped &&
    !isAllowed(name, locked.license) &&
    !(isPlatformPart && locked.license === undefined)
  )
    problems.push(`${place} is under ${locked.license ?? "no licence"}, which is not on the list`);
  return problems;
}

/**
 * @param {string} name
 * @param {string | undefined} licence
 */
function isAllowed(name, licence) {
  if (licence === undefined) return false;
  // A choice of licences is allowed where one of them is, a sum where all of them are.
  const plain = licence.replace(/^\(|\)$/g, "");
  const isListed = plain
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((part) => LICENCES.includes(part)));
  return (
    isListed || BY_PACKAGE.some((entry) => entry.name.test(name) && entry.licence.test(licence))
  );
}
