// @ts-check
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

const ENDINGS = ["", ".ts", ".tsx", ".mjs"];

/**
 * Reads who imports whom, by type, by value or at run time, among the TypeScript files of some folders.
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {Map<string, string[]>} Paths relative to `root`.
 */
export function readImportGraph(root, folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  return new Map(files.map((file) => [file, importsOf(root, file)]));
}

/**
 * @param {string} root
 * @param {string} file
 */
function importsOf(root, file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"), true, true);
  return importedFiles.flatMap(({ fileName: source }) => {
    const isAlias = source.startsWith("@/");
    if (!isAlias && !source.startsWith(".")) return [];
    const base = isAlias ? join(root, source.slice(2)) : join(root, dirname(file), source);
    const found = ENDINGS.map((ending) => base + ending).find(
      (path) => existsSync(path) && statSync(path).isFile(),
    );
    return found === undefined ? [] : [relative(root, found)];
  });
}

/**
 * Finds files that import each other in a ring.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]} Each ring from its first file back to it.
 */
export function findCycles(graph) {
  /** @type {string[][]} */
  const cycles = [];
  const done = new Set();
  /** @type {string[]} */
  const path = [];
  /** @param {string} file */
  const visit = (file) => {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}
