// @ts-check

/**
 * Tells which files a `.dockerignore` keeps out of the build: the last line that fits a path, or a folder above it,
 * decides.
 * @param {string} text Its lines: a path from the root with `*` and `**`, kept in after all with `!` before it.
 * @returns {(path: string) => boolean}
 */
export function readIgnoreFile(text) {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const isKept = line.startsWith("!");
      return { isKept, pattern: patternOf(isKept ? line.slice(1) : line) };
    });
  return (path) => {
    const last = rules.findLast(({ pattern }) => pattern.test(path));
    return last !== undefined && !last.isKept;
  };
}

/** @param {string} line */
function patternOf(line) {
  const path = line.replace(/\*\*\/|\*|[.+?^$()|[\]\\{}]/g, (sign) => {
    if (sign === "**/") return "(?:.*/)?";
    return sign === "*" ? "[^/]*" : `\\${sign}`;
  });
  return new RegExp(`^${path}(?:/|$)`);
}
