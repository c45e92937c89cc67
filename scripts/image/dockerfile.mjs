// @ts-check

/**
 * What a step of a stage does. Whatever is written in another way than these is refused, so that what is proved of a
 * Dockerfile is all that stands in it.
 * @typedef {{ does: "workdir", path: string }
 *   | { does: "arg", values: Record<string, string> }
 *   | { does: "env", values: Record<string, string> }
 *   | { does: "copy", from: string | null, sources: string[], target: string }
 *   | { does: "run", command: string }
 *   | { does: "user", uid: number, gid: number }
 *   | { does: "volume", path: string }
 *   | { does: "expose", port: number }
 *   | { does: "healthcheck", command: string[] }
 *   | { does: "cmd", command: string[] }} Step
 * @typedef {{ name: string, image: string, steps: Step[] }} Stage
 */

/**
 * Reads a Dockerfile: its stages with their steps, in order.
 * @param {string} text
 * @returns {Stage[]} Throws for an instruction, or a way to write one, that is not known here.
 */
export function parseDockerfile(text) {
  /** @type {Record<string, string>} */
  const given = {};
  /** @type {Stage[]} */
  const stages = [];
  for (const line of linesOf(text)) {
    const [, word = "", rest = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? refuse(line);
    const stage = stages.at(-1);
    if (word === "ARG" && stage === undefined) {
      const [, name = "", value = ""] = /^(\w+)=(\S+)$/.exec(rest) ?? refuse(line);
      given[name] = value;
    } else if (word === "FROM") {
      const [, image = "", name] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? refuse(line);
      const named = image.replace(/\$\{(\w+)\}/g, (_, arg) => given[arg] ?? refuse(line));
      stages.push({ name: name ?? String(stages.length), image: named, steps: [] });
    } else {
      const read = READERS[word];
      if (stage === undefined || read === undefined) refuse(line);
      else stage.steps.push(read(rest) ?? refuse(line));
    }
  }
  return stages;
}

/** @type {Record<string, (rest: string) => Step | null>} */
const READERS = {
  WORKDIR: (path) => (/^\/\S*$/.test(path) ? { does: "workdir", path } : null),
  // Of a stage it is there for what the stage runs; nobody gives another value here.
  ARG: (rest) => {
    const [, name, value = ""] = /^(\w+)=([\w./:-]*)$/.exec(rest) ?? [];
    return name === undefined ? null : { does: "arg", values: { [name]: value } };
  },
  ENV: (rest) => {
    const pairs = rest.split(/\s+/).map((pair) => /^(\w+)=([\w./:-]*)$/.exec(pair));
    if (pairs.includes(null)) return null;
    return { does: "env", values: Object.fromEntries(pairs.map((pair) => pair?.slice(1) ?? [])) };
  },
  COPY: (rest) => {
    const [, from = null, paths = ""] = /^(?:--from=(\S+) )?([^-["].*)$/.exec(rest) ?? [];
    const sources = paths.split(/\s+/);
    const target = sources.pop() ?? "";
    return sources.length === 0 || paths.includes("*")
      ? null
      : { does: "copy", from, sources, target };
  },
  RUN: (command) => (/^(?:--|\[)/.test(command) ? null : { does: "run", command }),
  USER: (rest) => {
    const [, uid, gid] = /^(\d+):(\d+)$/.exec(rest) ?? [];
    return uid === undefined ? null : { does: "user", uid: Number(uid), gid: Number(gid) };
  },
  VOLUME: (path) => (/^\/\S*$/.test(path) ? { does: "volume", path } : null),
  EXPOSE: (port) => (/^\d+$/.test(port) ? { does: "expose", port: Number(port) } : null),
  HEALTHCHECK: (rest) => {
    const [, list] = /^(?:--[\w-]+=\S+ )*CMD (\[.*\])$/.exec(rest) ?? [];
    return list === undefined ? null : { does: "healthcheck", command: JSON.parse(list) };
  },
  CMD: (list) => (list.startsWith("[") ? { does: "cmd", command: JSON.parse(list) } : null),
};

/**
 * The lines of a Dockerfile without comments, each with what continues it.
 * @param {string} text
 */
function linesOf(text) {
  const said = text.split(/\r?\n/).filter((line) => !/^\s*(?:#|$)/.test(line));
  return said
    .join("\n")
    .replace(/\s*\\\n\s*/g, " ")
    .split("\n");
}

/**
 * @param {string} line
 * @returns {never}
 */
function refuse(line) {
  throw new Error(`The Dockerfile has a line that nobody here can carry out: ${line}`);
}
