// @ts-check
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { OF_THE_MACHINE } from "./tree.mjs";

/** A file that has no business in an image: settings, keys, what is remembered, sources, maps, tests. */
const UNWANTED =
  /(?:^|\/)\.env|\.(?:pem|key|db|tsx?|map)$|\.test\.|^app\/\.next\/(?:build|cache|types)\//;
/** The framework's own compiler, which a build needs and a server does not. */
const COMPILER = /^node_modules\/@next\/swc-/;

/**
 * What is wrong with a finished tree, in words: files that should not be there, packages of development, and what others
 * than root may write.
 * @param {string} tree
 * @param {Record<string, { dev?: boolean, devOptional?: boolean }>} locked The packages of the lock file.
 * @returns {string[]}
 */
export function treeProblems(tree, locked) {
  /** @type {string[]} */
  const problems = [];
  for (const path of filesOf(tree)) {
    const { mode, uid, gid } = lstatSync(join(tree, path));
    const isOfPackage = path.startsWith("app/node_modules/");
    if (!isOfPackage && UNWANTED.test(path)) problems.push(`${path} is in the image`);
    if (uid !== 0 || gid !== 0 || (mode & 0o002) !== 0)
      problems.push(`${path} can be written by others`);
  }
  for (const [place, { dev = false, devOptional = false }] of Object.entries(locked)) {
    const isTool = dev || devOptional || COMPILER.test(place);
    if (isTool && existsSync(join(tree, "app", place))) problems.push(`${place} is a tool`);
  }
  return problems;
}

/**
 * The files of a tree that hold a word, whatever is in them. Packages are not looked at.
 * @param {string} tree
 * @param {string} word
 * @returns {string[]}
 */
export function filesWith(tree, word) {
  const own = filesOf(tree).filter((path) => !path.includes("node_modules/"));
  return own.filter((path) => readFileSync(join(tree, path)).includes(word));
}

/**
 * @param {string} tree
 * @returns {string[]} Paths of files without those of the machine; links are not followed.
 */
function filesOf(tree) {
  const tops = readdirSync(tree).filter((name) => !OF_THE_MACHINE.includes(name));
  return tops.flatMap((top) =>
    readdirSync(join(tree, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(tree, join(entry.parentPath, entry.name))),
  );
}
