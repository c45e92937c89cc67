// @ts-check
import { posix } from "node:path";
import { anchorsOf, foldersOfTree, isTree, partsOf } from "./document-parts.mjs";

/**
 * What documents are held against.
 * @typedef {{
 *   files: readonly string[],
 *   scripts: readonly string[],
 *   stages: readonly string[],
 *   generated: readonly string[],
 *   textOf: (file: string) => string,
 * }} Repository
 * `files`: every file, from the root. `scripts`: what `npm run` knows. `stages`: what `npm test -- --only` knows.
 * `generated`: files that come with a run and are not kept.
 */

const TOP = "app|bench|components|deploy|docs|e2e|eslint-rules|lib|public|scripts|test";
const UNDER_A_TOP = new RegExp(`^(?:${TOP})/`);
const FILE_NAME = /^[\w.*{},…[\]-]+\.(?:tsx?|mjs|css|svg|html|md|json)$/;
/** Code within a line, between as many backticks as it began with. */
const SPAN = /(`+)(.+?)\1/g;
/** Marks and quotes around a word in a command. */
const AROUND = /^["'`(]+|["'`),;:]+$/g;

/**
 * What a document names that is not there, each in a sentence that begins with the document and the line: paths and
 * names of files in backticks and blocks of code, commands, links and their anchors, folders of a drawn tree.
 * @param {string} document its path from the root
 * @param {string} text
 * @param {Repository} repository
 * @returns {string[]}
 */
export function documentProblems(document, text, repository) {
  const { blocks, lines } = partsOf(text);
  const spans = lines.flatMap(({ line, words }) =>
    [...words.matchAll(SPAN)].map((match) => ({ line, code: match[2] ?? "" })),
  );
  const trees = blocks.filter(isTree);
  const code = [...spans, ...blocks.filter((block) => !isTree(block)).flat()];
  /** @type {{ line: number, problem: string }[]} */
  const found = [];
  /** @type {(line: number, problems: readonly string[]) => void} */
  const note = (line, problems) => {
    found.push(...problems.map((problem) => ({ line, problem })));
  };
  for (const { line, code: words } of code) {
    note(line, pathProblems(words, repository));
    note(line, commandProblems(words, repository));
  }
  for (const { line, path } of trees.flatMap(foldersOfTree)) {
    if (!isThere(path, repository)) note(line, [`draws ${path}, and there is no such thing`]);
  }
  for (const { line, words } of lines) {
    note(line, linkProblems(document, words.replace(SPAN, ""), repository));
  }
  return found
    .sort((a, b) => a.line - b.line)
    .map(({ line, problem }) => `${document}:${String(line)} ${problem}`);
}

/**
 * @param {string} code
 * @param {Repository} repository
 * @returns {string[]}
 */
function pathProblems(code, repository) {
  return code.split(/\s+/).flatMap((word) => {
    const path = word
      .replace(AROUND, "")
      .replace(/^@\//, "")
      .replace(/(?::\d+(?:-\d+)?|#[\w-]*)$/, "");
    if (UNDER_A_TOP.test(path)) {
      return isThere(path, repository)
        ? []
        : [`names ${path}, and there is no such file or folder`];
    }
    if (!FILE_NAME.test(path) || isThere(`**/${path}`, repository)) return [];
    return [`names ${path}, and no file has that name`];
  });
}

/**
 * @param {string} path may end in a slash, and have `*`, `**`, `{a,b}`, `{id}` and `…` in it
 * @param {Repository} repository
 */
function isThere(path, { files, generated }) {
  const wanted = new RegExp(
    `^${patternOf(path.replace(/\/$/, ""))}${path.endsWith("/") ? "/" : "(?:/|$)"}`,
  );
  return [...files, ...generated].some((file) => wanted.test(file));
}

/**
 * @param {string} path
 * @returns {string}
 */
function patternOf(path) {
  return path.replace(
    /\*\*\/|\*\*|\*|…|\{([^{}]*)\}|[.+?^$()|[\]\\]/g,
    (sign, /** @type {string | undefined} */ inside) => {
      if (sign === "**/") return "(?:.*/)?";
      if (sign === "**" || sign === "…") return ".+";
      if (sign === "*") return "[^/]+";
      if (inside === undefined) return `\\${sign}`;
      return inside.includes(",") ? `(?:${inside.split(",").map(patternOf).join("|")})` : "[^/]+";
    },
  );
}

/**
 * @param {string} code
 * @param {Repository} repository
 * @returns {string[]}
 */
function commandProblems(code, repository) {
  const { files, scripts, stages } = repository;
  /** @type {string[]} */
  const problems = [];
  for (const [, name = ""] of code.matchAll(/\bnpm run ([\w:-]+)/g)) {
    if (!scripts.includes(name)) problems.push(`runs npm run ${name}, and there is no such script`);
  }
  for (const [, name = ""] of code.matchAll(/\bnpm (start|test)\b/g)) {
    if (!scripts.includes(name)) problems.push(`runs npm ${name}, and there is no such script`);
  }
  for (const [, names = ""] of code.matchAll(/\bnpm test -- --only ([\w,-]+)/g)) {
    const unknown = names.split(",").filter((name) => !stages.includes(name));
    problems.push(
      ...unknown.map((name) => `runs the stage ${name}, and npm test has no such stage`),
    );
  }
  for (const [, rest = ""] of code.matchAll(/\bnpx (?:vitest run|playwright test)\b([^&|;]*)/g)) {
    // What filters titles, and what an option takes, is no path.
    const filters = rest.replace(/(?:^|\s)--?[\w-]+(?:[= ](?!-)\S+)?/g, "").split(/\s+/);
    const unknown = filters.filter(
      (filter) =>
        filter !== "" && !isPathAnyway(filter) && !files.some((file) => file.includes(filter)),
    );
    problems.push(...unknown.map((filter) => `runs the tests in ${filter}, and there are none`));
  }
  return problems;
}

/** @param {string} word a word that `pathProblems` looks at */
const isPathAnyway = (word) => UNDER_A_TOP.test(word) || FILE_NAME.test(word);

/**
 * @param {string} document
 * @param {string} words without code
 * @param {Repository} repository
 * @returns {string[]}
 */
function linkProblems(document, words, repository) {
  const targets = [
    ...[...words.matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(
      (match) => match[1] ?? "",
    ),
    ...[...words.matchAll(/^\[[^\]]+\]:\s*(\S+)/g)].map((match) => match[1] ?? ""),
  ];
  return targets.flatMap((target) => {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(target)) return [];
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? document : posix.join(posix.dirname(document), decodeURI(path));
    if (!isThere(file, repository) || file.startsWith("..")) {
      return [`links to ${target}, and there is no such file or folder`];
    }
    if (anchor === undefined) return [];
    if (file.endsWith(".md") && anchorsOf(repository.textOf(file)).includes(anchor)) return [];
    return [`links to ${target}, and ${file} has no such heading`];
  });
}
