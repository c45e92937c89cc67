// @ts-check
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { makeTree, runInTree } from "./tree.mjs";

/**
 * An image as it came out: its files, and how its command is run.
 * @typedef {{ tree: string, cwd: string, env: Record<string, string>, user: { uid: number, gid: number },
 *   volume: string, healthcheck: string[], command: string[] }} Image
 */

const ROOT = { uid: 0, gid: 0 };

/**
 * Carries out the stages of a Dockerfile, each in a folder of its own below `folder`, as the steps say.
 * @param {readonly import("./dockerfile.mjs").Stage[]} stages
 * @param {{ context: string, isIgnored: (path: string) => boolean, folder: string, say: (words: string) => void }} given
 * @returns {Promise<Image>} The last stage.
 */
export async function carryOut(stages, { context, isIgnored, folder, say }) {
  /** @type {Image | null} */
  let image = null;
  for (const { name, steps } of stages) {
    image = {
      ...{ tree: join(folder, name), cwd: "/", env: {}, user: ROOT },
      ...{ volume: "", healthcheck: [], command: [] },
    };
    makeTree(image.tree);
    /** @type {Record<string, string>} */
    let args = {};
    for (const step of steps) {
      const from = Date.now();
      if (step.does === "arg") args = { ...args, ...step.values };
      else if (step.does === "run") {
        await run({ ...image, env: { ...args, ...image.env } }, step.command);
      } else if (step.does === "copy") copy(image, step, { context, isIgnored, folder });
      else note(image, step);
      if (step.does === "run" || step.does === "copy") {
        const what = step.does === "run" ? step.command : `copy ${step.sources.join(" ")}`;
        say(`${name}: ${what} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
      }
    }
  }
  if (image === null) throw new Error("The Dockerfile has no stage.");
  return image;
}

/**
 * @param {Image} image
 * @param {Exclude<import("./dockerfile.mjs").Step, { does: "arg" | "run" | "copy" }>} step
 */
function note(image, step) {
  if (step.does === "workdir") {
    image.cwd = step.path;
    mkdirSync(join(image.tree, step.path), { recursive: true });
  } else if (step.does === "env") image.env = { ...image.env, ...step.values };
  else if (step.does === "user") image.user = { uid: step.uid, gid: step.gid };
  else if (step.does === "volume") image.volume = step.path;
  else if (step.does === "healthcheck") image.healthcheck = step.command;
  else if (step.does === "cmd") image.command = step.command;
}

/**
 * @param {Image} image
 * @param {string} command
 */
async function run(image, command) {
  const place = { ...image, isReadOnly: false, volume: "", needsNetwork: true };
  const { code, output } = await runInTree(place, ["sh", "-c", command]);
  if (code !== 0) throw new Error(`RUN ${command} ended with ${String(code)}:\n${output}`);
}

/**
 * @param {Image} image
 * @param {Extract<import("./dockerfile.mjs").Step, { does: "copy" }>} step
 * @param {{ context: string, isIgnored: (path: string) => boolean, folder: string }} given
 */
function copy({ tree, cwd }, { from, sources, target }, { context, isIgnored, folder }) {
  for (const source of sources) {
    const path = from === null ? join(context, source) : join(folder, from, source);
    const isFolder = statSync(path).isDirectory();
    const into = posix.resolve(cwd, target);
    const isInto = !isFolder && (target.endsWith("/") || target === ".");
    const to = join(tree, isInto ? join(into, posix.basename(source)) : into);
    mkdirSync(dirname(to), { recursive: true });
    if (from === null) {
      const isLetIn = copyContext(context, posix.normalize(source), to, isIgnored);
      if (!isLetIn) throw new Error(`COPY ${source}: .dockerignore keeps all of it out`);
    } else if (spawnSync("cp", ["-a", "-T", path, to]).status !== 0) {
      throw new Error(`COPY --from=${from} ${source} failed`);
    }
  }
}

/**
 * Copies what is let in of a path of the context.
 * @param {string} context
 * @param {string} path
 * @param {string} to
 * @param {(path: string) => boolean} isIgnored
 * @returns {boolean} Whether anything was.
 */
function copyContext(context, path, to, isIgnored) {
  const source = join(context, path);
  if (!statSync(source).isDirectory()) {
    if (isIgnored(path)) return false;
    mkdirSync(dirname(to), { recursive: true });
    cpSync(source, to);
    return true;
  }
  const within = readdirSync(source).map((name) =>
    copyContext(context, posix.join(path, name), join(to, name), isIgnored),
  );
  return within.includes(true);
}
