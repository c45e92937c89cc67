// @ts-check

/** @typedef {{ line: number, code: string }} CodeLine */

/**
 * A text as its blocks of code and its other lines.
 * @param {string} text
 */
export function partsOf(text) {
  /** @type {CodeLine[][]} */
  const blocks = [];
  /** @type {{ line: number, words: string }[]} */
  const lines = [];
  let fence = "";
  for (const [index, words] of text.split(/\r?\n/).entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(words)?.[1] ?? "";
    const line = index + 1;
    if (fence === "" && mark !== "") {
      fence = mark;
      blocks.push([]);
    } else if (fence !== "" && mark.startsWith(fence)) fence = "";
    else if (fence === "") lines.push({ line, words });
    else blocks.at(-1)?.push({ line, code: words });
  }
  return { blocks, lines };
}

/**
 * Whether a block draws folders: its first line is a name with a slash behind it and words about it.
 * @param {CodeLine[]} block
 */
export function isTree(block) {
  return /^[\w-]+\/ {2,}\S/.test(block[0]?.code ?? "");
}

/**
 * Each line of a tree is one or more names, a file or a folder with a slash, and after two spaces what is said of them.
 * @param {CodeLine[]} block
 * @returns {{ line: number, path: string }[]}
 */
export function foldersOfTree(block) {
  /** @type {{ indent: number, path: string }[]} */
  const above = [];
  return block.flatMap(({ line, code }) => {
    const [, space = "", names = ""] = /^( *)(\S+(?: \S+)*)/.exec(code) ?? [];
    if (names === "") return [];
    while ((above.at(-1)?.indent ?? -1) >= space.length) above.pop();
    const base = above.at(-1)?.path ?? "";
    const paths = names.split(" ").map((name) => base + name);
    const [only] = paths;
    if (only !== undefined && paths.length === 1 && only.endsWith("/")) {
      above.push({ indent: space.length, path: only });
    }
    return paths.map((path) => ({ line, path }));
  });
}

/**
 * The folders and files that the trees of a document draw, from the root.
 * @param {string} text
 * @returns {string[]}
 */
export function drawnPaths(text) {
  return partsOf(text)
    .blocks.filter(isTree)
    .flatMap(foldersOfTree)
    .map(({ path }) => path);
}

/**
 * The anchors of the headings of a text, as GitHub makes them.
 * @param {string} text
 * @returns {string[]}
 */
export function anchorsOf(text) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return partsOf(text).lines.flatMap(({ words }) => {
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(words)?.[1];
    if (heading === undefined) return [];
    const shown = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const slug = shown
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return [before === 0 ? slug : `${slug}-${String(before)}`];
  });
}
